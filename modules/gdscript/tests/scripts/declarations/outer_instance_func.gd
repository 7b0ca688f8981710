# Declarations: outer instance func.
func s(): return 3
class I:
	func g(): return s()
# expect refused: There is no "s" here. An inner class sees the
