# Declarations: super missing 2.
class B:
	func f(): return super.g()
# expect refused: The base class "RefCounted" has no function
