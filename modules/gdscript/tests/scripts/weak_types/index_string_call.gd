# Weak types: index string call.
func run():
	var x = "abc"
	print(x[0].to_upper(1))
# expect refused: "to_upper()" takes at most 0 argument(s), but
