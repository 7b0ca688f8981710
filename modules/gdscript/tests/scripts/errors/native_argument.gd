# A native method refuses an argument.
func run():
	go("not a node")
	n.free()
	print("end")  # expect: end
var n := Node.new()
func go(v):
	n.add_child(v)  # expect error: add_child
	print("no")
