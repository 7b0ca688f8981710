# Results of functions: void assign.
func yes() -> void: print("yes")
var m
func run():
	m = yes()
# expect refused: "yes()" returns nothing, so there is no value
