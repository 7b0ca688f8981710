# Weak types: too too few.
func run():
	var s = JSON.new()
	s.parse()
# expect refused: "parse()" needs at least 1 argument(s), but
