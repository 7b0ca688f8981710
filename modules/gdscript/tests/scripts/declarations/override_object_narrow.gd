# Declarations: override object narrow.
class A:
	func f(x: Node): pass
class B extends A:
	func f(x: Node2D): pass
# expect refused: The function does not fit the one that it
