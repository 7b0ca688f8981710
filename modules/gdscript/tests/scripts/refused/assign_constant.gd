# Constants cannot be assigned.
const K = 1
func run():
	K = 2  # expect refused: K
