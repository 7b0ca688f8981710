# Weak types: parameter null.
func f(n = null):
	print(n.length())
func run(): f()
# expect error: Cannot call method 'length' on a null value.
