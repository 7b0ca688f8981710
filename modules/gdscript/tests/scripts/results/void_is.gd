# Results of functions: void is.
func yes() -> void: print("yes")
func run():
	print(yes() is int)
# expect refused: "yes()" returns nothing, so there is no value
