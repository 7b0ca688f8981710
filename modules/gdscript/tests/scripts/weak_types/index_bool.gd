# Weak types: index bool.
func run():
	var d = true
	print(d["a"])
# expect refused: "bool" has no elements to index.
