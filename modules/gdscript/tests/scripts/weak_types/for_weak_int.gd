# Weak types: for weak int.
func run():
	var n = 3
	for i in n:
		var x := i
		print(x)
# expect refused: The type of "x" cannot be taken from its
