# Weak types: member later call.
var j = JSON.new()
func run():
	j.parse()
func other():
	j = RegEx.new()
# expect refused: "parse()" needs at least 1 argument(s), but
