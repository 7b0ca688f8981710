# Declarations: override returned int variant.
class A:
	func f() -> int: return 1
class B extends A:
	func f() -> Variant: return 1
# expect refused: The function does not fit the one that it
