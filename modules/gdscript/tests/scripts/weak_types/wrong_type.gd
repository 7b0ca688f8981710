# Weak types: wrong type.
func run():
	var s = "a,b"
	print(s.split(1))
# expect refused: Argument 1 of "split()" must be "String", but
