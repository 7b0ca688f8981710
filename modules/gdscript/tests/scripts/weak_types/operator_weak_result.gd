# Weak types: operator weak result.
func run():
	var x = 1
	var y := x + 2
	print(y)
# expect refused: The type of "y" cannot be taken from its
