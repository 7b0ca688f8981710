# Weak types: and weak.
func run():
	var n = 3
	var x := n and 4
	print(x)
# expect: true
