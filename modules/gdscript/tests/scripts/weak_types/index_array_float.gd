# Weak types: index array float.
func run():
	var d = [1]
	print(d[0.0])
# expect: 1
