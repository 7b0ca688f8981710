# Weak types: infer int.
func run():
	var x = 1
	var y := x
	print(typeof(y), y)
# expect refused: The type of "y" cannot be taken from its
