# Weak types: ternary call 4.
func run():
	var x = JSON.new()
	print((x if true else null).parse())
# expect refused: "parse()" needs at least 1 argument(s), but
