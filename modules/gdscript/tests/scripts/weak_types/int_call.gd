# Weak types: int call.
func run():
	var a = 5
	a = "s"
	print(a.length())
# expect: 1
