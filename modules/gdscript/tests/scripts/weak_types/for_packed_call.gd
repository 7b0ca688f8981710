# Weak types: for packed call.
func run():
	var n = PackedStringArray(["a"])
	for i in n:
		print(i.to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
