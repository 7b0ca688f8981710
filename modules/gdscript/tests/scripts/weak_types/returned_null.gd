# Weak types: returned null.
func g(x):
	if x: return null
	return JSON.new()
func run():
	g(0).parse()
# expect refused: "parse()" needs at least 1 argument(s), but
