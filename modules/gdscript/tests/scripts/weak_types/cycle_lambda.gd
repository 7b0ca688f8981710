# Weak types: cycle lambda.
var a = func(): return a
func run():
	print(a is Callable)
	a = Callable()
# expect: true
