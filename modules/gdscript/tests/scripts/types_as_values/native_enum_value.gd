# Types as values: native enum value.
func run():
	var e = Node.ProcessMode
	print(e)
# expect refused: A built-in type is no value; call it
