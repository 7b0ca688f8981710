# Weak types: returned after.
func run():
	var e := g().parse("1")
	print(e)
func g(): return JSON.new()
# expect refused: The type of "e" cannot be taken from its
