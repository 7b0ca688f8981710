# Weak types: reassigned call 2.
class A:
	func f(x): print("A", x)
class B:
	func f(): print("B")
func run():
	var a = A.new()
	a = B.new()
	a.f()
# expect: B
