# Weak types: ternary call.
func run():
	var x = "a"
	var y = "b"
	print((x if true else y).to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
