# The language: typed array errors.
func run():
	var a: Array[int] = []
	var s = "x"
	a.append(s)
	print("after ", a)
	a[0] = s
	print("no")
# expect: after []
# expect error: Attempted to push_back a value of type
# expect error: Index 0 is out of bounds: the 'Array' has 0
