# Weak types: too many.
func run():
	var s = "a,b"
	print(s.split(",", true, 0, 1))
# expect refused: "split()" takes at most 3 argument(s), but is
