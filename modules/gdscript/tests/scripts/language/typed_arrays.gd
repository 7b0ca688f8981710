# The language: typed arrays.
func run():
	var a: Array[int] = [3, 1, 2]
	a.sort()
	print(a, a.is_typed(), a.get_typed_builtin())
	var b: Array[String] = ["x"]
	b.append("y")
	print(b + b, (b + b).is_typed())
	var c := a.map(func(x): return x * 2)
	print(c, c.is_typed())
	var d := a.filter(func(x): return x > 1)
	print(d, d.is_typed())
	print(a.reduce(func(x, y): return x + y, 0))
	var e: Array[Array] = [[1], [2]]
	print(e)
	var f: Array[Node] = []
	f.resize(2)
	print(f)
	var g: Array[float] = [1, 2.5]
	print(g)
	a.assign([1.5, 2.5])
	print(a)
	for i: int in a: print(i + 1)
	print(a.find(2), a.has(7), a.count(1), a.max(), a.min())
	print(a == [1, 2], [1, 2] == a)
# expect: [1, 2, 3]true2
# expect: ["x", "y", "x", "y"]true
# expect: [2, 4, 6]false
# expect: [2, 3]true
# expect: 6
# expect: [[1], [2]]
# expect: [<null>, <null>]
# expect: [1.0, 2.5]
# expect: [1, 2]
# expect: 2
# expect: 3
# expect: 1false121
# expect: truetrue
