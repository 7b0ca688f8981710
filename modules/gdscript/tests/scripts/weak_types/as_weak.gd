# Weak types: as weak.
func run():
	var n = 3
	var x := n as float
	print(x)
# expect: 3.0
