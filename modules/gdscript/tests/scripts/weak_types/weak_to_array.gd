# Weak types: weak to array.
func run():
	var a = [1, 2]
	var b: Array[int] = a
	print(b)
# expect error: Cannot assign a value of type 'Array' to a
