# Weak types: compound weak.
func run():
	var n = 3
	n += "a"
# expect error: Invalid operands 'int' and 'String' in
