# Weak types: call then prop.
func run():
	var n = Node.new()
	n.add_child(Node.new())
	var x := n.get_child(0).name
	print(x.is_empty())
	n.free()
# expect: false
