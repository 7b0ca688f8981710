# Results of functions: void as.
func yes() -> void: print("yes")
func run():
	print(yes() as int)
# expect refused: "yes()" returns nothing, so there is no value
