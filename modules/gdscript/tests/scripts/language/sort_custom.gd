# The language: sort custom.
func cmp(a, b): return a.x < b.x
func run():
	var l = [{x = 3}, {x = 1}, {x = 2}]
	l.sort_custom(cmp)
	print(l)
	l.sort_custom(func(a, b): return a.x > b.x)
	print(l.map(func(a): return a.x))
# expect: [{ &"x": 1 }, { &"x": 2 }, { &"x": 3 }]
# expect: [3, 2, 1]
