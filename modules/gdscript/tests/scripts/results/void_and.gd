# Results of functions: void and.
func yes() -> void: print("yes")
func run():
	true and yes()
# expect refused: "yes()" returns nothing, so there is no value
