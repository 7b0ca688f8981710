# Weak types: index dictionary.
func run():
	var d = {"a": 1}
	var x := d["a"]
# expect refused: The type of "x" cannot be taken from its
