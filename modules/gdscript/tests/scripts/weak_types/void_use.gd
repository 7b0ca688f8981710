# Weak types: void use.
func run():
	var l = [1]
	var r = l.reverse()
# expect refused: "reverse()" returns nothing, so there is no
