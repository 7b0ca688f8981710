# Weak types: const weak.
const C = 1
func run():
	var c = C
	var d := c
	d = "s"
# expect refused: The type of "d" cannot be taken from its
