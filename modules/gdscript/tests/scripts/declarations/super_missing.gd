# Declarations: super missing.
class B:
	func f(): return super()
# expect refused: The base class "RefCounted" has no function
