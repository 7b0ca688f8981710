# The language: super chain.
class A:
	func f(x): return "A%s" % x
	func g(): return f(1)
class B extends A:
	func f(x): return "B" + super(x + 1) + super.f(x)
	func g(): return "g" + super()
class C extends B:
	func f(x): return "C" + super.f(x)
func run(): print(C.new().g(), B.new().f(5))
# expect: gCBA2A1BA6A5
