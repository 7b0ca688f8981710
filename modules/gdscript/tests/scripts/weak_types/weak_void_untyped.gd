# Weak types: weak void untyped.
func g(): pass
func run():
	var a = g()
	print(a)
# expect: <null>
