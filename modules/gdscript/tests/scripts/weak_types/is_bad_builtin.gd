# Weak types: is bad builtin.
func run():
	var s = 1
	print(s is String)
# expect: false
