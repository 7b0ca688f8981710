# Typed object arguments take the class, derived classes and null.
class A:
	pass
class B extends A:
	pass
func f(a: A): return a != null
func run():
	print(f(A.new()), f(B.new()), f(null))  # expect: truetruefalse
	go()
	print("end")  # expect: end
func go():
	var other: Variant = RefCounted.new()
	f(other)  # expect error: Argument 1 is a
	print("no")
