# Declarations: override rest.
class A:
	func f(...args): pass
class B extends A:
	func f(): pass
# expect refused: The function does not fit the one that it
