# Weak types: reassigned infer.
class A:
	func f() -> int: return 1
class B:
	func f() -> int: return 2
func run():
	var a = A.new()
	a = B.new()
	var e := a.f()
	print(e)
# expect refused: The type of "e" cannot be taken from its
