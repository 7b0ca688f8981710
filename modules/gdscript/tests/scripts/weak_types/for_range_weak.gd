# Weak types: for range weak.
func run():
	for i in range(3):
		var x := i
		print(x)
# expect: 0
# expect: 1
# expect: 2
