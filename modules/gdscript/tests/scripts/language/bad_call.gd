# The language: bad call.
func run():
	var x = 5
	x.foo()
# expect error: Invalid call. Nonexistent function 'foo' in
