# Results of functions: void singleton.
func run():
	var x = Engine.set_max_fps(0)
# expect refused: "set_max_fps()" returns nothing, so there is
