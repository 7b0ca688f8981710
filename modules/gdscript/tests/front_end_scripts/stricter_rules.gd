# Rules that are easily forgotten, each beside what is allowed.
enum { X, Y }
enum { Z }
enum E { A, B }
var of_other_enum: E = X # expect error: cannot be in
var by_cast: E = X as E
var number: int = Y
var list: Array[E] = [X] # expect error: cannot be in
func anonymous():
	var v := X
	v = Z
	v = 5
	var e := E.A
	e = X # expect error: cannot be assigned
	print(v, e)
class Parent:
	func any(_x: Variant): pass
	func undeclared(_x): pass
	func number(_x = 1): pass
class Child extends Parent:
	func any(_x: int): pass # expect error: does not fit
	func undeclared(_x: int): pass
	func number(_x = "a"): pass # expect error: does not fit
func _set(_name: StringName, _value: int) -> bool: return false # expect error: does not fit
func _iter_get(_a: int) -> Variant: return null # expect error: does not fit
class NoInit:
	func _init(): super() # expect error: has nothing to call
class WithInit:
	func _init(): pass
class UsesInit extends WithInit:
	func _init(): super()
class OnAbstract extends PacketPeer: pass
class Waits:
	func _init(): await Engine.get_main_loop().process_frame
func make():
	OnAbstract.new() # expect error: is abstract
	var w = Waits.new() # expect error: must be waited for
	Waits.new()
	print(await Waits.new(), w)
	print(Node.ProcessMode.keys()) # expect error: no dictionary
@abstract class Again extends Parent:
	@abstract func any(_x: Variant)
class Open extends Again: pass # expect error: must implement
var имя := 2
func bare() -> int:
	return # expect error: must return
func bare_object() -> Node:
	return
func nothing() -> void:
	return abs(-1)
func nothing_else() -> void:
	return 1 # expect error: cannot return a value
var getter_without_value: int:
	get: return # expect error: must return
enum Selfish { P = 1, Q = Selfish.P } # expect error: depend on itself
func values():
	var q := Quaternion()
	print(q[0]) # expect error: cannot be indexed
	print(q["x"], Color()[0])
	print(Color()[0.5]) # expect error: has no element
	print(&"1" as int) # expect error: can never be
	print(null as String) # expect error: can never be
	var number: Variant = 3
	print(number as String)
	var r: RID = Resource.new()
	print(r)
func let_through(a = , b :, c := ): print(a, b, c)
