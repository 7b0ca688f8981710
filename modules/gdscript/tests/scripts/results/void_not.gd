# Results of functions: void not.
func yes() -> void: print("yes")
func run():
	not yes()
# expect refused: "yes()" returns nothing, so there is no value
