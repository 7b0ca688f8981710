# Weak types: operator call.
func run():
	var s = "a"
	print((s + "b").to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
