# Results of functions: void util.
func run():
	var x = print("a")
# expect refused: "print()" returns nothing, so there is no
