# Weak types: without value assigned.
func run():
	var a
	a = 1
	var b := a
	print(b)
# expect refused: The type of "b" cannot be taken from its
