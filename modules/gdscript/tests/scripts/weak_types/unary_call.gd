# Weak types: unary call.
func run():
	var x = Vector2()
	print((-x).length(1))
# expect refused: "length()" takes at most 0 argument(s), but
