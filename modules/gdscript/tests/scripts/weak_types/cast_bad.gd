# Weak types: cast bad.
func run():
	var s = "a"
	print(s as Node)
# expect error: Cannot cast a value of type 'String' to
