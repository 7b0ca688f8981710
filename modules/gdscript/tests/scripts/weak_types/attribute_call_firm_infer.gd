# Weak types: attribute call firm infer.
class A:
	var s := "a"
	var w = "a"
	func me() -> A: return self
func run():
	var x = A.new()
	var y := x.me().s
	print(y)
	var z := x.me().w
# expect refused: The type of "z" cannot be taken from its
