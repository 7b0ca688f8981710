# Weak types: index array typed.
func run():
	var t: Array[int] = [1]
	var x = t
	var y := x[0]
	print(y)
# expect refused: The type of "y" cannot be taken from its
