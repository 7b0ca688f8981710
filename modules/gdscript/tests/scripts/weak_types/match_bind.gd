# Weak types: match bind.
func run():
	match "abc":
		var x: print(x.length(1))
# expect refused: "length()" takes at most 0 argument(s), but
