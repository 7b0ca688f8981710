# Results of functions: void match.
func yes() -> void: print("yes")
func run():
	match yes():
		_: pass
# expect refused: "yes()" returns nothing, so there is no value
