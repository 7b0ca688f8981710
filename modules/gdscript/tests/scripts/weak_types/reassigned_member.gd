# Weak types: reassigned member.
class A:
	func f(x): print("A", x)
class B:
	func f(): print("B")
var a = A.new()
func run():
	a = B.new()
	a.f()
# expect: B
