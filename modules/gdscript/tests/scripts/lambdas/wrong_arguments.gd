# call() with arguments that do not fit ends the caller, for lambdas as for named functions; through callv() it goes on.
func named(a: int): return a
func few(f):
	f.call()
	print("few went on")
func kind(f):
	f.call("x")
	print("kind went on")
func run():
	var lambda := func(a: int): return a
	few(named)
	# expect error: expected 1 argument
	kind(named)
	# expect error: Cannot convert argument 1
	few(lambda)
	# expect error: expected 1 argument
	kind(lambda)
	# expect error: Cannot convert argument 1
	print(lambda.callv([]))  # expect: <null>
	# expect error: expected 1 argument
	print("on")  # expect: on
