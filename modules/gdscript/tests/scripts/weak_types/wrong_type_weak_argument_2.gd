# Weak types: wrong type weak argument 2.
func f(x: String): print(x)
func run():
	var a = 1
	f(a)
# expect error: Invalid call of the function 'f' in base
