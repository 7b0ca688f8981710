# Through a Callable a wrong call gives null, and the caller goes on.
func run():
	var f := func(a): return a
	print(f.call())  # expect error: argument
	# expect: <null>
	print("on")  # expect: on
