# Constants, conversions and signatures: untyped variable to typed.
func f(a: Array[int]): print(a)
func run():
	var x := [1, 2]
	f(x)
# expect error: Invalid call of the function 'f' in base
