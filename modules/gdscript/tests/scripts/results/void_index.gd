# Results of functions: void index.
func yes() -> void: print("yes")
func run():
	print(yes()[0])
# expect refused: "yes()" returns nothing, so there is no value
