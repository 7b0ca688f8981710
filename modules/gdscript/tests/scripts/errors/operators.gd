# Operators that do not fit.
func run():
	print(a(1, "s"), " ", b([]))  # expect: <null> <null>
func a(x, y):
	return x + y  # expect error: operator
func b(x):
	return -x  # expect error: operator
