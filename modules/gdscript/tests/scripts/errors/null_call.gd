# Calling and reading null.
func run():
	a()
	b()
	c()
	print("end")  # expect: end
func a():
	var n = null
	n.call_it()  # expect error: null
func b():
	var n = null
	print(n.value)  # expect error: null
func c():
	var n = null
	n.value = 1  # expect error: null
