# Weak types: as weak bad.
func run():
	var n = "a"
	print(n as Array)
# expect error: Cannot convert a value of type 'String' to
