# Declarations: override variant int.
class A:
	func f(x: Variant): pass
class B extends A:
	func f(x: int): pass
# expect refused: The function does not fit the one that it
