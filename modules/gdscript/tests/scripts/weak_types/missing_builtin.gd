# Weak types: missing builtin.
func run():
	var s = "abc"
	s.foo()
# expect error: Invalid call. Nonexistent function 'foo' in
