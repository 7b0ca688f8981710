# Declarations: abstract again super.
class B:
	func f() -> int: return 1
@abstract class C extends B:
	@abstract func f() -> int
class D extends C:
	func f() -> int: return super()
# expect refused: "f()" of the base class is abstract and has
