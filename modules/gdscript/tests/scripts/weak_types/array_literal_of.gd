# Weak types: array literal of.
func run():
	var a = [1, 2]
	var s := a.size()
	var f := a.front()
	print(s, f)
# expect refused: The value of "f" can be anything, so that
