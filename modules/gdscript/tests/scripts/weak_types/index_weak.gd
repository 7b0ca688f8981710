# Weak types: index weak.
func run():
	var x = PackedStringArray(["a"])
	var y := x[0]
	print(y)
# expect refused: The type of "y" cannot be taken from its
