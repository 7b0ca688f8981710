# Declarations: abstract again missing.
class B:
	func f() -> int: return 1
@abstract class C extends B:
	@abstract func f() -> int
class D extends C: pass
# expect refused: The class must implement the abstract
