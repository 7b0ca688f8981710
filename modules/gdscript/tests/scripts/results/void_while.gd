# Results of functions: void while.
func yes() -> void: print("yes")
func run():
	while yes(): pass
# expect refused: "yes()" returns nothing, so there is no value
