# Results of functions: void or.
func yes() -> void: print("yes")
func run():
	yes() or yes()
# expect refused: "yes()" returns nothing, so there is no value
# expect refused: "yes()" returns nothing, so there is no value
