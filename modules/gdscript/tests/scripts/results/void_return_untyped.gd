# Results of functions: void return untyped.
func yes() -> void: print("yes")
func f(): return yes()
# expect refused: "yes()" returns nothing, so there is no value
