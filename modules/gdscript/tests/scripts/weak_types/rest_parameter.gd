# A rest parameter without a type is an array that may become something else.
func f(...xs):
	print(xs.size())
	xs = "abc"
	print(xs.length())
func run(): f(1, 2)
# expect: 2
# expect: 3
