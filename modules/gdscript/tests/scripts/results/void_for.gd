# Results of functions: void for.
func yes() -> void: print("yes")
func run():
	for i in yes(): pass
# expect refused: "yes()" returns nothing, so there is no value
