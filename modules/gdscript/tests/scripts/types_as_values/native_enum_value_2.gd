# Types as values: native enum value 2.
func run():
	print(Node.ProcessMode.keys())
# expect refused: The enum "Node.ProcessMode" of the engine is
