# Weak types: index int.
func run():
	var d = 5
	print(d[0])
# expect refused: "int" has no elements to index.
