# Results of functions: void if.
func yes() -> void: print("yes")
func run():
	if yes(): pass
# expect refused: "yes()" returns nothing, so there is no value
