# Results of functions: void ternary return.
func yes() -> void: print("yes")
func no() -> void: print("no")
func f() -> void:
	return yes() if true else no()
func run(): f()
# expect refused: "yes()" returns nothing, so there is no value
# expect refused: "no()" returns nothing, so there is no value
