# Weak types: returned none end.
func g(x):
	if x: return JSON.new()
func run():
	g(0).parse()
# expect refused: "parse()" needs at least 1 argument(s), but
