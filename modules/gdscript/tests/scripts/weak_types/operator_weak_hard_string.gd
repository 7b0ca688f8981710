# Weak types: operator weak hard string.
func run():
	var x = "a"
	var y := x + "s"
	print(y)
# expect refused: The type of "y" cannot be taken from its
