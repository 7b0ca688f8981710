# The language: match variable.
func run():
	var match = 5
	match += 1
	print(match)
# expect refused: Expected an expression, but found "+=".
