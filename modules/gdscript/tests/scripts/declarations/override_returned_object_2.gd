# Declarations: override returned object 2.
class A:
	func f() -> Node2D: return null
class B extends A:
	func f() -> Node: return null
# expect refused: The function does not fit the one that it
