# Weak types: in weak.
func run():
	var n = [3]
	var x := 4 in n
	print(x)
# expect refused: The type of "x" cannot be taken from its
