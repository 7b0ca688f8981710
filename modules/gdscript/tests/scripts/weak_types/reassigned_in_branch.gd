# Weak types: reassigned in branch.
class A:
	func f(x): print("A", x)
class B:
	func f(): print("B")
func run():
	var a = A.new()
	if true: a = B.new()
	a.f()
# expect: B
