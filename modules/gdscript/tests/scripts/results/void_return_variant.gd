# Results of functions: void return variant.
func yes() -> void: print("yes")
func f() -> Variant: return yes()
# expect refused: "yes()" returns nothing, so there is no value
