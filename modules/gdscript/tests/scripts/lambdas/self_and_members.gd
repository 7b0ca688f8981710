# Lambdas see members through self.
var m := 3
func make():
	return func(x): return x * m
func run():
	var f = make()
	m = 4
	print(f.call(5))  # expect: 20
