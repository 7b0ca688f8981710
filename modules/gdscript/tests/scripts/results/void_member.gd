# Results of functions: void member.
func yes() -> void: print("yes")
var m = yes()
# expect refused: "yes()" returns nothing, so there is no value
