# The language: bad index.
func run():
	var a = [1]
	print(a[5])
# expect error: Index 5 is out of bounds: the 'Array' has 1
