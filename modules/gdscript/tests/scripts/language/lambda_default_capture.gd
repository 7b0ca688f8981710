# The language: lambda default capture.
func run():
	var fs := []
	for i in 3:
		fs.append(func(): return i)
	print(fs.map(func(f): return f.call()))
	var x = 5
	var f = func(y = x * 2): return y
	x = 100
	print(f.call(), f.call(1))
	var l = func():
		x += 1
		return x
	print(l.call(), l.call(), x)
	var vararg = func(a, ...rest): return [a, rest]
	print(vararg.call(1), vararg.call(1, 2, 3))
# expect: [0, 1, 2]
# expect: 101
# expect: 101101100
# expect: [1, []][1, [2, 3]]
