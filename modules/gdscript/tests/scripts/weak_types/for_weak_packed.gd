# Weak types: for weak packed.
func run():
	var n = PackedStringArray(["a"])
	for i in n:
		var x := i
		print(x)
# expect refused: The type of "x" cannot be taken from its
