# Weak types: index array string.
func run():
	var d = [1]
	print(d["a"])
# expect refused: "Array" cannot be indexed by "String".
