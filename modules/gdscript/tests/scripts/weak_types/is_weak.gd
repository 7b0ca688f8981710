# Weak types: is weak.
func run():
	var n = 3
	var x := n is int
	print(x)
# expect: true
