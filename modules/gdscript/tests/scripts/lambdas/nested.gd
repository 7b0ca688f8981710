# Lambdas in lambdas.
func run():
	var add := func(a): return func(b): return func(c): return a + b + c
	print(add.call(1).call(2).call(3))  # expect: 6
