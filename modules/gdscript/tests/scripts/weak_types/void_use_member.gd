# Weak types: void use member.
var l = [1]
func run():
	print(l.clear())
# expect refused: "clear()" returns nothing, so there is no
