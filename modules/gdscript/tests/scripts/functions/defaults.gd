# Default arguments are evaluated by the callee, each time, from left to right.
var count := 0
func next():
	count += 1
	return count
func f(a, b = next(), c = a + b):
	return [a, b, c]
func run():
	print(f(10), f(10), f(10, 20), f(1, 2, 3))  # expect: [10, 1, 11][10, 2, 12][10, 20, 30][1, 2, 3]
