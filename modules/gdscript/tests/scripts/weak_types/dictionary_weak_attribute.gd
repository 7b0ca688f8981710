# Weak types: dictionary weak attribute.
func run():
	var d = {"a": 1}
	print(d.a)
	var x := d.a
# expect refused: The type of "x" cannot be taken from its
