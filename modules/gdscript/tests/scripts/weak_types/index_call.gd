# Weak types: index call.
func run():
	var x = PackedStringArray(["a"])
	print(x[0].to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
