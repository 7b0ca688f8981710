# Results of functions: void attribute.
func yes() -> void: print("yes")
func run():
	print(yes().x)
# expect refused: "null" has no "x".
