# Weak types: null too few.
func run():
	var n = null
	print(n.length())
# expect error: Cannot call method 'length' on a null value.
