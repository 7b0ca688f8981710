# Constants, conversions and signatures: override variant infer.
class A:
	func f(x: Variant = 1): pass
class B extends A:
	func f(x := 1): pass
# expect refused: The function does not fit the one that it
