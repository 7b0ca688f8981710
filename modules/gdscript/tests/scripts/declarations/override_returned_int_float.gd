# Declarations: override returned int float.
class A:
	func f() -> int: return 1
class B extends A:
	func f() -> float: return 1
# expect refused: The function does not fit the one that it
