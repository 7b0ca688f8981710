# super, with and without a name.
class A:
	func f(x): return "A%s" % x
	func g(): return "g"
class B extends A:
	func f(x): return "B" + super(x + 1)
	func h(): return super.g() + super.f(0)
class C extends B:
	func f(x): return "C" + super(x)
func run():
	print(C.new().f(1), " ", C.new().h())  # expect: CBA2 gA0
