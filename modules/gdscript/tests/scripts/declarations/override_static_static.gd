# Declarations: override static static.
class A:
	static func f(x: int): pass
class B extends A:
	static func f(): pass
# expect refused: The function does not fit the one that it
