# Weak types: ternary weak.
func run():
	var a = 1
	var b = 2
	var c := a if a > b else b
	print(c)
# expect refused: The type of "c" cannot be taken from its
