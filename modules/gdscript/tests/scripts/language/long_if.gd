# The language: long if.
func f(x):
	if x == 0: return "0"
	elif x == 1:
		return "1"
	elif x == 2: return "2"
	else:
		if x == 3: return "3"
		else: return "n"
func run(): print(f(0), f(1), f(2), f(3), f(4))
# expect: 0123n
