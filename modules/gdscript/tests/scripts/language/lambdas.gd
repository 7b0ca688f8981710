# The language: lambdas.
var m := 10
func run():
	var a := 1
	var f := func(x): return x + a + m
	a = 100
	print(f.call(1))
	var g = func named(x := 2, y := 3) -> int: return x * y
	print(g.call(), g.call(4), g.call(4, 5))
	print(g.get_method(), f.is_valid(), g.get_argument_count())
	var counter = [0]
	var inc = func(): counter[0] += 1; return counter[0]
	inc.call(); inc.call()
	print(counter)
	var fact = [null]
	fact[0] = func(n): return 1 if n <= 1 else n * fact[0].call(n - 1)
	print(fact[0].call(5))
	print([3, 1, 2].map(func(x): return func(): return x)[1].call())
	var arr := [5, 3, 8]
	arr.sort_custom(func(p, q): return p > q)
	print(arr)
	var comp := func(p, q): return func(x): return p.call(q.call(x))
	print(comp.call(func(x): return x + 1, func(x): return x * 2).call(5))
	var b := f.bind(5)
	print(b.call())
	print(g.bindv([7]).call(2))
	print(g.unbind(1).call(3, 4, 5))
	print((func(): return 5).call())
	var multi = func(x):
		var s = 0
		for i in x:
			s += i
		return s
	print(multi.call(5))
	print([1, 2, 3, 4].any(func(x): return x > 3), [1, 2].all(func(x): return x > 0))
	fact.clear()
# expect: 12
# expect: 61220
# expect: namedtrue2
# expect: [2]
# expect: 120
# expect: 1
# expect: [8, 5, 3]
# expect: 11
# expect: 16
# expect: 14
# expect: 12
# expect: 5
# expect: 10
# expect: truetrue
