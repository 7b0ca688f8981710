# A name that does not exist.
func run():
	return not_there  # expect refused: not_there
