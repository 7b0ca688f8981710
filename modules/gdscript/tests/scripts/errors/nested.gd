# Only the function that fails ends.
func inner():
	var n = null
	n.x()  # expect error: null
	print("no")
func outer():
	inner()
	print("outer goes on")  # expect: outer goes on
	return "result"
func run():
	print(outer())  # expect: result
