# Results of functions: void in array.
func yes() -> void: print("yes")
func run():
	[yes()]
# expect refused: "yes()" returns nothing, so there is no value
