# What is known of variables with "=": calls and indices are checked, values are not.
enum E { A, B }
class Box:
	var n := 1
	func f(x: int) -> int: return x
	func f_text(t: String) -> String: return t
	func later() -> int:
		await Engine.get_main_loop().process_frame
		return 1
	func instance_only(): pass
var json = JSON.new()
var itself = itself # expect error: depends on itself
var one = [other]
var other = one # expect error: depends on itself
static var early = late
static var late = early # expect error: depends on itself
var with_getter = 1: get = get_text # expect error: returns "String"
var with_setter := 1: set = set_text # expect error: takes "String"
var with_two := 1: set = set_two # expect error: exactly one
func get_text(): return "a"
func set_text(t = "a"): print(t)
func set_two(a, b = 1): print(a, b)
func make(): return Box.new()
func f(text = "a"):
	var box = Box.new()
	box.f() # expect error: needs at least 1
	box.f(1, 2) # expect error: takes at most 1
	box.f("s") # expect error: must be "int"
	box.f(1.5)
	box.unknown()
	print(box.unknown)
	var t: String = box.f(1) # expect error: cannot be in "t"
	json.parse() # expect error: needs at least 1
	make().f() # expect error: needs at least 1
	text.split(1) # expect error: must be "String"
	var list = [1]
	print(list.reverse()) # expect error: returns nothing
	print(list["a"]) # expect error: cannot be indexed
	print(PackedByteArray()["a"]) # expect error: cannot be indexed
	var key = "a"
	print(list[key]) # expect error: cannot be indexed
	var number = 5
	print(number[0]) # expect error: no elements
	var value = E.A
	value.name() # expect error: no method
	var class_value = Box
	class_value.instance_only() # expect error: needs an instance
	var copy := number # expect error: cannot be taken
	var sum := number + 1 # expect error: cannot be taken
	var inverse := not number # expect error: cannot be taken
	print(box.later()) # expect error: must be waited for
	print(t, copy, sum, inverse)
