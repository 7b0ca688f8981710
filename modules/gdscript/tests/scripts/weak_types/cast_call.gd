# Weak types: cast call.
func run():
	var x = 1
	print((x as String).to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
