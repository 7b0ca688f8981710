# Weak types: ternary weak 2.
func run():
	var a = 1
	var c := a if a > 1 else "s"
	print(c)
# expect refused: The type of "c" cannot be taken from its
