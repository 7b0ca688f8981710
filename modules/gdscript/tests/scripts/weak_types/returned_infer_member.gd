# Weak types: returned infer member.
func g(): return JSON.new()
var e := g().parse("1")
func run():
	print(e)
# expect refused: The type of "e" cannot be taken from its
