# Weak types: returned two rev.
func g(x):
	if x: return "a"
	return JSON.new()
func run():
	g(0).parse()
# expect refused: "parse()" needs at least 1 argument(s), but
