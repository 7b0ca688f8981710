# Weak types: get prop native.
func run():
	var n = Node.new()
	var x := n.name
	n.free()
# expect refused: The type of "x" cannot be taken from its
