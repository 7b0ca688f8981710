# Weak types: reassigned new type.
class A:
	func f(x): print("A", x)
class B:
	func f(): print("B")
func run():
	var a = A.new()
	a = B.new()
	a.f(1)
# expect error: Invalid call of the function 'f' in base
