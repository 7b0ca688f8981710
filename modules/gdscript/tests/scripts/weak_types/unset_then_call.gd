# Weak types: unset then call.
func run():
	var a = 5
	a.foo()
# expect error: Invalid call. Nonexistent function 'foo' in
