# Weak types: dictionary weak keys.
func run():
	var d = {"a": 1}
	var k := d.keys()
	k = 1
# expect refused: A value of type "int" cannot be assigned to a
