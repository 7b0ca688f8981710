# A call that cannot be right.
func f(a): return a
func run():
	return f(1, 2)  # expect refused: argument
