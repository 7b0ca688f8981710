# Results of functions: void compared.
func yes() -> void: print("yes")
func run():
	print(yes() == null)
# expect refused: "yes()" returns nothing, so there is no value
