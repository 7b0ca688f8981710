# Weak types: index vector.
func run():
	var d = Vector2(1, 2)
	print(d["x"], d[0])
	print(d[true])
# expect refused: "Vector2" cannot be indexed by "bool".
