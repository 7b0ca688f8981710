# Weak types: infer reassigned 2.
func run():
	var x = 1
	if x == 1: x = "s"
	var y := x
	print("no")
# expect refused: The type of "y" cannot be taken from its
