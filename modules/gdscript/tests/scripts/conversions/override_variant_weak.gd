# Constants, conversions and signatures: override variant weak.
class A:
	func f(x: Variant): pass
class B extends A:
	func f(x = 1): pass
# expect refused: The function does not fit the one that it
