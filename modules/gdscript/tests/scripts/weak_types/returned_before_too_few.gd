# Weak types: returned before too few.
func g(): return JSON.new()
func run():
	g().parse()
# expect refused: "parse()" needs at least 1 argument(s), but
