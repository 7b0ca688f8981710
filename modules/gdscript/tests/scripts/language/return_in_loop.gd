# The language: return in loop.
func f():
	for i in 3:
		while true:
			if i == 1: return i
			break
	return -1
func run(): print(f())
# expect: 1
