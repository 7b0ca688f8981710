# Weak types: reassigned other branch.
class A:
	func f() -> int: return 1
class B:
	func f() -> String: return "b"
func run():
	var a = A.new()
	if false:
		a = B.new()
	else:
		var e := a.f()
		print(e)
# expect refused: The type of "e" cannot be taken from its
