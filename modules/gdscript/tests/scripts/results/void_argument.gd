# Results of functions: void argument.
func yes() -> void: print("yes")
func run():
	print(yes())
# expect refused: "yes()" returns nothing, so there is no value
