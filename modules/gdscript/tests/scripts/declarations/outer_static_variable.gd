# Declarations: outer static variable.
static var s := 3
const K = 4
static func f(): return 5
class I:
	func g(): return s
	static func h(): return f()
	var v := s
func run(): print(I.new().g(), I.h(), I.new().v)
# expect refused: There is no "s" here. An inner class sees the
# expect refused: There is no "f" here. An inner class sees the
# expect refused: There is no "s" here. An inner class sees the
