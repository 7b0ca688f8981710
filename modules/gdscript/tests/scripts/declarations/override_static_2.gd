# Declarations: override static 2.
class A:
	func f(): pass
class B extends A:
	static func f(): pass
# expect refused: The function does not fit the one that it
