# Weak types: ternary call 2.
func run():
	var x = "a"
	print((x if true else "b").to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
