# Declarations: override more.
class A:
	func f(): pass
class B extends A:
	func f(x): pass
# expect refused: The function does not fit the one that it
