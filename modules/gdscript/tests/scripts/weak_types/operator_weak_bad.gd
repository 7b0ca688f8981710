# Weak types: operator weak bad.
func run():
	var x = 1
	print(x + "s")
# expect error: Invalid operands 'int' and 'String' in
