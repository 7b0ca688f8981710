# Types as values: hard native sub.
func run():
	var a := Node
	a = Node2D
	var x := a.new()
	print(x.get_class())
	x.free()
# expect: Node2D
