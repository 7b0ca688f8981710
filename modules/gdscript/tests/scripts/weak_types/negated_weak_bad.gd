# Weak types: negated weak bad.
func run():
	var n = "a"
	print(-n)
# expect error: Invalid operands 'String' and 'Nil' in
