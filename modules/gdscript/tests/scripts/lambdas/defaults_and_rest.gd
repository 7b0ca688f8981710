# Parameters of lambdas.
func run():
	var f := func(a, b = a * 2): return [a, b]
	print(f.call(1), f.call(1, 1))  # expect: [1, 2][1, 1]
	print((func(...xs): return xs.size()).call(1, 2, 3))  # expect: 3
