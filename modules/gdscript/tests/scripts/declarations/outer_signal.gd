# Declarations: outer signal.
signal s
class I:
	func g(): return s
# expect refused: There is no "s" here. An inner class sees the
