# Weak types: parameter reassign.
func f(n = "a"):
	n = 4
	print(n.length())
func run(): f()
# expect error: Invalid call. Nonexistent function 'length'
