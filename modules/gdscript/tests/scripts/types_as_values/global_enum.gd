# Types as values: global enum.
func run():
	print(Error.keys().size() > 4)
# expect refused: The enum "Error" of the engine is no
