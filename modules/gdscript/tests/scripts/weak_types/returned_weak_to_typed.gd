# Weak types: returned weak to typed.
func g(): return "a"
func run():
	var x: int = g()
	print(x)
# expect error: Cannot assign a value of type 'String' to a
