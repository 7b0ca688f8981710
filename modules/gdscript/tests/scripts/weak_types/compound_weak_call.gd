# Weak types: compound weak call.
func run():
	var n = "a"
	n += "b"
	var x := n.length()
	print(x)
# expect: 2
