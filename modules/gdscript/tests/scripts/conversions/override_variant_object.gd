# Constants, conversions and signatures: override variant object.
class A:
	func f(x: Variant): pass
class B extends A:
	func f(x: Node): pass
# expect refused: The function does not fit the one that it
