# Weak types: attribute call firm.
class A:
	var s := "a"
	func me() -> A: return self
func run():
	var x = A.new()
	print(x.me().s.to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
