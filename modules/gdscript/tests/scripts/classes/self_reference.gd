# self as a value.
class T:
	func me(): return self
	func same(o): return o == self
func run():
	var t := T.new()
	print(t.me() == t, t.same(t), t.same(null))  # expect: truetruefalse
