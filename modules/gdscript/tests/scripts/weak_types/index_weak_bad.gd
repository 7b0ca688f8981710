# Weak types: index weak bad.
func run():
	var x = PackedStringArray(["a"])
	print(x["a"])
# expect refused: "PackedStringArray" cannot be indexed by
