# Weak types: signal weak.
signal s
func run():
	var g = s
	g.emit(1)
	g.foo()
# expect error: Invalid call. Nonexistent function 'foo' in
