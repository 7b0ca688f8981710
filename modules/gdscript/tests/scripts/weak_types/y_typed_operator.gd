# Weak types: y typed operator.
func run():
	var x = 1
	var y := x + 1
	y = "s"
# expect refused: The type of "y" cannot be taken from its
