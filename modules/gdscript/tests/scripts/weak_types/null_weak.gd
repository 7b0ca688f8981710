# Weak types: null weak.
func run():
	var a = null
	var b := a
	print(b)
# expect refused: The type of "b" cannot be taken from its
