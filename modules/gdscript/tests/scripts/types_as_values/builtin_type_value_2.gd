# Types as values: builtin type value 2.
func run():
	print(int)
# expect refused: A built-in type is no value; call it
