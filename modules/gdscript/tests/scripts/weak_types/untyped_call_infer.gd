# Weak types: untyped call infer.
func g(): return 1
func run():
	var e := g()
	print(e)
# expect refused: The type of "e" cannot be taken from its
