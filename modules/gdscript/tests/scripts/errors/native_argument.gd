# A native method refuses an argument.
func run():
	go("not a node")
	print("end")  # expect: end
func go(v):
	var n := Node.new()
	n.add_child(v)  # expect error: add_child
	print("no")
