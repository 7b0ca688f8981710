# Casting and testing a freed object is an error.
func run():
	print(a(), b())  # expect: <null><null>
func a():
	var n = Node.new()
	n.free()
	return n as Node  # expect error: freed
func b():
	var n = Node.new()
	n.free()
	return n is Node  # expect error: freed
