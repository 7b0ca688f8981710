func run():
	match {"a": 1}:
		{.., "a": 1}: print("no") # expect refused: ".." must be the last
