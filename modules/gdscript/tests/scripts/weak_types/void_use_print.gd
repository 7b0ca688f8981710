# Weak types: void use print.
func run():
	var l = [1]
	print(l.clear())
# expect refused: "clear()" returns nothing, so there is no
