# Weak types: operator weak bad 2.
func run():
	var x = 1
	var y = "s"
	print(x + y)
# expect error: Invalid operands 'int' and 'String' in
