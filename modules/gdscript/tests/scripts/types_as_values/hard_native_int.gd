# Types as values: hard native int.
func run():
	var a := JSON
	a = 1
# expect refused: A value of type "int" cannot be assigned to a
