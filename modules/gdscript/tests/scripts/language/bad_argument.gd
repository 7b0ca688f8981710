# The language: bad argument.
func f(x: int): print(x)
func run():
	var s = "a"
	f(s)
	print("no")
# expect error: Invalid call of the function 'f' in base
