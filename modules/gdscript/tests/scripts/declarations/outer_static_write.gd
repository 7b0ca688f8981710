# Declarations: outer static write.
static var s := 3
class I:
	func g(): s = 7
func run():
	I.new().g()
	print(s)
# expect refused: There is no "s" here. An inner class sees the
