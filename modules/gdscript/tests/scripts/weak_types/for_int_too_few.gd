# Weak types: for int too few.
func run():
	var n = 3
	for i in n:
		i.foo()
# expect error: Invalid call. Nonexistent function 'foo' in
