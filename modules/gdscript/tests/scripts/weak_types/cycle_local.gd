# Weak types: cycle local.
func run():
	var a = a
# expect refused: There is no "a" here.
