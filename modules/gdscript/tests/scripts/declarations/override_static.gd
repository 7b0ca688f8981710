# Declarations: override static.
class A:
	static func f(): pass
class B extends A:
	func f(): pass
# expect refused: The function does not fit the one that it
