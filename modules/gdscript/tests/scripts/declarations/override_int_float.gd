# Declarations: override int float.
class A:
	func f(x: int): pass
class B extends A:
	func f(x: float): pass
# expect refused: The function does not fit the one that it
