# Weak types: without value.
func run():
	var a
	var b := a
	print(b)
# expect refused: The type of "b" cannot be taken from its
