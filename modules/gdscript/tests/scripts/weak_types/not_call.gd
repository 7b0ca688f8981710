# Weak types: not call.
func run():
	var x = Vector2()
	print((not x).foo())
# expect error: Invalid call. Nonexistent function 'foo' in
