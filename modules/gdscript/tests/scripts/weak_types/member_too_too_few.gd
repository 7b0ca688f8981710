# Weak types: member too too few.
var j = JSON.new()
func run():
	j.parse()
# expect refused: "parse()" needs at least 1 argument(s), but
