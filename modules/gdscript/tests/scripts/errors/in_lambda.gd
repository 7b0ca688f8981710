# An error in a lambda ends the lambda.
func run():
	var f := func():
		var n = null
		n.x()  # expect error: null
		return 1
	print(f.call())  # expect: <null>
