# Weak types: wrong type object.
func run():
	var s = JSON.new()
	print(s.parse(1))
# expect refused: Argument 1 of "parse()" must be "String", but
