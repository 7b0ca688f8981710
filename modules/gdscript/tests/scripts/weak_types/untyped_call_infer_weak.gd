# Weak types: untyped call infer weak.
func g(): return 1
func run():
	var e = g()
	var f := e
	print(f)
# expect refused: The type of "f" cannot be taken from its
