# Results of functions: void default.
func yes() -> void: print("yes")
func f(x = yes()): pass
# expect refused: "yes()" returns nothing, so there is no value
