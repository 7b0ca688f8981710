# Results of functions: void lambda result.
func run():
	var l := func() -> void: print("l")
	var x = l.call()
	print(x)
# expect: l
# expect: <null>
