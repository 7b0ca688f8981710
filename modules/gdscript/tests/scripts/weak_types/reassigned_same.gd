# Weak types: reassigned same.
class A:
	func f(x): print("A", x)
func run():
	var a = A.new()
	a = A.new()
	a.f()
# expect refused: "f()" needs at least 1 argument(s), but is
