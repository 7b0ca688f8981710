# Declarations: abstract again.
@abstract class A:
	@abstract func f() -> int
class B extends A:
	func f() -> int: return 1
@abstract class C extends B:
	@abstract func f() -> int
class D extends C:
	func f() -> int: return 4
func run(): print(B.new().f(), D.new().f())
# expect: 14
