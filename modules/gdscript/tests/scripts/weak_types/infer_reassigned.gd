# Weak types: infer reassigned.
func run():
	var x = 1
	x = "s"
	var y := x
	print(typeof(y), y)
# expect refused: The type of "y" cannot be taken from its
