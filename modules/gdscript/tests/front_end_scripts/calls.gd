# Arguments and targets of calls.
signal sent(a)
var number = 1
var cb: Callable
class A:
	func _init(_x: int): pass
	func method(): pass
	static func make() -> A: return new(1)
func g(_a: int, _b := "x", ..._rest): pass
func f(v: Vector2):
	g() # expect error: needs at least 1
	g("x") # expect error: must be "int"
	g(1, "x", 3, 4)
	number() # expect error: is a variable
	cb() # expect error: is a variable
	sent() # expect error: is a signal
	A() # expect error: is a class
	A.new() # expect error: needs at least 1
	A.method() # expect error: needs an instance
	v.nope() # expect error: has no method
	self.nope() # expect error: has no method
	absi("x") # expect error: must be "int"
	Vector2("a", 1) # expect error: no way to make
