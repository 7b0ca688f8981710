# Weak types: negated weak.
func run():
	var n = 3
	var x := -n
# expect refused: The type of "x" cannot be taken from its
