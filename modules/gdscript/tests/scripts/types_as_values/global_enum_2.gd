# Types as values: global enum 2.
func run():
	var e = Error
	print(e.size() > 4)
# expect refused: A built-in type is no value; call it
