# Weak types: missing builtin prop.
func run():
	var s = "abc"
	print(s.foo)
# expect error: Invalid access to property or key 'foo' on a
