# Results of functions: void util push.
func run():
	var x = push_error("a")
# expect refused: "push_error()" returns nothing, so there is
