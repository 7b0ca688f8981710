# Weak types: weak singleton.
func run():
	var e = Engine
	var f := e.get_frames_drawn()
	print(f is int)
	e.foo()
# expect: true
# expect error: Invalid call. Nonexistent function 'foo' in
