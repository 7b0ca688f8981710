# Weak types: index array weak key.
func run():
	var d = [1]
	var k = "a"
	print(d[k])
# expect refused: "Array" cannot be indexed by "String".
