# Rest arguments.
func f(a, ...rest: Array):
	return [a, rest]
func run():
	print(f(1), f(1, 2), f(1, 2, "x"))  # expect: [1, []][1, [2]][1, [2, "x"]]
