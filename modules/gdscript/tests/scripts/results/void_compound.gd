# Results of functions: void compound.
func yes() -> void: print("yes")
var m = 1
func run():
	m += yes()
# expect refused: "yes()" returns nothing, so there is no value
