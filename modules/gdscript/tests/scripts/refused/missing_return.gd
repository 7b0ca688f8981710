# A path without a result.
func run() -> int:  # expect refused: return
	if true:
		return 1
