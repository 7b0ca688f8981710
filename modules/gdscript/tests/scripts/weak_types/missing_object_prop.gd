# Weak types: missing object prop.
func run():
	var s = JSON.new()
	print(s.foo)
# expect error: Invalid access to property or key 'foo' on a
