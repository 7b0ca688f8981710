# Results of functions: void call.
func yes() -> void: print("yes")
func run():
	yes().foo()
# expect refused: "yes()" returns nothing, so there is no value
