# Weak types: ternary call 5.
func run():
	var x = JSON.new()
	print((null if true else x).parse())
# expect refused: "parse()" needs at least 1 argument(s), but
