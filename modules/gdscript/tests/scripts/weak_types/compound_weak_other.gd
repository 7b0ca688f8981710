# Weak types: compound weak other.
func run():
	var n = 3
	n *= 2.5
	print(n)
# expect: 7.5
