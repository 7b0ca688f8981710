# Weak types: chain attribute.
class A:
	var v := Vector2(1, 2)
	func get_v() -> Vector2: return v
func run():
	var a = A.new()
	var x := a.get_v().x
	print(x)
	var y := a.get_v().foo
# expect refused: "Vector2" has no "foo".
