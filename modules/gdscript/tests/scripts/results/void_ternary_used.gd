# Results of functions: void ternary used.
func yes() -> void: print("yes")
func no() -> void: print("no")
func run():
	var x = yes() if true else no()
# expect refused: "yes()" returns nothing, so there is no value
# expect refused: "no()" returns nothing, so there is no value
