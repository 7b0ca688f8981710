# Weak types: for dictionary.
func run():
	var d = {"a": 1}
	for k in d:
		var x := k
		print(x)
# expect refused: The type of "x" cannot be taken from its
