# Declarations: override default string.
class A:
	func f(x = 1): pass
class B extends A:
	func f(x: String = "a"): pass
# expect refused: The function does not fit the one that it
