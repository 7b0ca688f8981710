# The stack, innermost call first.
func run():
	inner()
func inner():
	for frame in get_stack():
		print(frame.function, ":", frame.line)
	# expect: inner:5
	# expect: run:3
