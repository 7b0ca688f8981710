# Weak types: weak to parameter array.
func f(a: Array[int]): print(a)
func run():
	var a = [1, 2]
	f(a)
# expect error: Invalid call of the function 'f' in base
