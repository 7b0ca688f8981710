# Weak types: getter base.
class A:
	func get_x(): return "a"
class B extends A:
	var x := 1: get = get_x
# expect refused: There is no function "get_x()" in this class
