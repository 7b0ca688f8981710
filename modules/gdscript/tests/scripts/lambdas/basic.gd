# Lambdas as values.
func run():
	var add := func(a, b): return a + b
	print(add.call(2, 3))  # expect: 5
	var named = func twice(x): return x * 2
	print(named.get_method(), " ", named.call(4))  # expect: twice 8
	print([1, 2, 3, 4].filter(func(x): return x % 2 == 0))  # expect: [2, 4]
	print([1, 2, 3].reduce(func(a, x): return a + x, 10))  # expect: 16
