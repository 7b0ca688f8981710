# Weak types: index string.
func run():
	var d = "abc"
	print(d["a"])
# expect refused: "String" cannot be indexed by "String".
