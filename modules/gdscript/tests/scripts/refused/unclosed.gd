# A bracket that stays open.
func run():
	print((1 + 2)  # expect refused: )
