# Weak types: format weak.
func run():
	var s = "a %s"
	var x := s % 3
	print(x)
# expect refused: The type of "x" cannot be taken from its
