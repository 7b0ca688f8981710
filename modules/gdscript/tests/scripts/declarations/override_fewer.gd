# Declarations: override fewer.
class A:
	func f(x): pass
class B extends A:
	func f(): pass
# expect refused: The function does not fit the one that it
