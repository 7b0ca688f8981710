# Weak types: const via instance.
class A:
	const K = 4
	func me() -> A: return self
func run():
	var x = A.new()
	var y := x.me().K
	print(y)
	print(x.K)
	var z := x.K
# expect refused: The type of "z" cannot be taken from its
