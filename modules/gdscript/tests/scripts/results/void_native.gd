# Results of functions: void native.
func run():
	var n := Node.new()
	var x = n.free()
# expect refused: "free()" returns nothing, so there is no
