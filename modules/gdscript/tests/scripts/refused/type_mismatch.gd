# A value of the wrong type.
func run():
	var n: int = "text"  # expect refused: int
	return n
