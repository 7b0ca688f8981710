# Weak types: attribute weak.
func run():
	var v = Vector2(1, 2)
	var x := v.x
	print(x)
# expect refused: The type of "x" cannot be taken from its
