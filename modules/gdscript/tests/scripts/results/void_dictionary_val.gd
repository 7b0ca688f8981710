# Results of functions: void dictionary val.
func yes() -> void: print("yes")
func run():
	var d = {1: yes()}
# expect refused: "yes()" returns nothing, so there is no value
