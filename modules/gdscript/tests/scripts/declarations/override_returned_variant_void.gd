# Declarations: override returned variant void.
class A:
	func f() -> Variant: return 1
class B extends A:
	func f() -> void: pass
# expect refused: The function does not fit the one that it
