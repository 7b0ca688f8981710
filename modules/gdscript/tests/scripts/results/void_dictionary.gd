# Results of functions: void dictionary.
func yes() -> void: print("yes")
func run():
	var d = {yes(): 1}
# expect refused: "yes()" returns nothing, so there is no value
