# Weak types: y typed.
func run():
	var x = 1
	var y := x
	y = "s"
# expect refused: The type of "y" cannot be taken from its
