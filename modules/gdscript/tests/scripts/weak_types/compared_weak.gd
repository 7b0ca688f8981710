# Weak types: compared weak.
func run():
	var n = 3
	var x := n == 4
	print(x)
# expect refused: The type of "x" cannot be taken from its
