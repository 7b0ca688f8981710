# Weak types: missing object.
func run():
	var s = JSON.new()
	s.foo()
# expect error: Invalid call. Nonexistent function 'foo' in
