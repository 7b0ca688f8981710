# Weak types: index vector operator.
func run():
	var x = Vector2()
	print(x[0].foo())
# expect error: Invalid call. Nonexistent function 'foo' in
