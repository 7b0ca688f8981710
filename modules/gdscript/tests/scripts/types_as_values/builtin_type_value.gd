# Types as values: builtin type value.
func run():
	var v = Vector2
# expect refused: A built-in type is no value; call it
