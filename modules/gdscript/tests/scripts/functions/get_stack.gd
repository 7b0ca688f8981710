# The stack, innermost call first: a typed array.
func run():
	inner()
func inner():
	var stack: Array[Dictionary] = get_stack()
	for frame in stack:
		print(frame.function, ":", frame.line)
	# expect: inner:5
	# expect: run:3
