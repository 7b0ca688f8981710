# Results of functions: void native 2.
func run():
	var n := Node.new()
	var x = n.queue_free()
# expect refused: "queue_free()" returns nothing, so there is
