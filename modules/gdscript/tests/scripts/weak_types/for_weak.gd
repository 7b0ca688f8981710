# Weak types: for weak.
func run():
	for i in [1, 2]:
		var x := i
		print(x)
# expect refused: The type of "x" cannot be taken from its
