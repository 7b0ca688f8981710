# Weak types: not weak.
func run():
	var n = 3
	var x := not n
	print(x)
# expect refused: The type of "x" cannot be taken from its
