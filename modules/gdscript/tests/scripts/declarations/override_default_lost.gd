# Declarations: override default lost.
class A:
	func f(x = 1): pass
class B extends A:
	func f(x): pass
# expect refused: The function does not fit the one that it
