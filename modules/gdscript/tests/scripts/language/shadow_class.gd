# The language: shadow class.
func run():
	var Node = 5
	print(Node)
# expect: 5
