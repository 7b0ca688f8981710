# Results of functions: void parameter untyped.
func f(a):
	var x = a.clear()
	print(x)
func run(): f([1])
# expect error: Trying to get a return value of a method that
