# break outside a loop.
func run():
	break  # expect refused: break
