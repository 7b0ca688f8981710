# Floats: arithmetic, division by zero, comparison with ints.
func run():
	var zero := 0.0
	print(1.0 / zero, " ", -1.0 / zero)  # expect: inf -inf
	print(0.5 + 1, " ", 3 * 0.5, " ", 1.5 < 2)  # expect: 1.5 1.5 true
	var n := 7
	print(n / 2.0)  # expect: 3.5
	print(int(2.9), " ", int(-2.9), " ", float(3))  # expect: 2 -2 3.0
