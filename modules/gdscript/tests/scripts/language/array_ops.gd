# The language: array ops.
func run():
	var a = [1, 2, 3, 4, 5]
	print(a[0], a[-1], a.slice(1, 3), a.slice(-2), a.slice(0, 5, 2), a.front(), a.back())
	a.append(6); a.push_front(0); a.insert(1, "x"); a.remove_at(2); a.erase("x")
	print(a, a.pop_back(), a.pop_front(), a)
	a.reverse()
	print(a, a.find(3), a.rfind(3), a.bsearch(3), a.duplicate() == a)
	print([[1, 2], [3]].map(func(x): return x.size()), [3, 1, 2].min(), [].is_empty())
	a.clear()
	print(a, [1, [2, [3]]], str([1, "a"]), [null, true])
	var b = [1]
	var c = b
	c.append(2)
	print(b, b == c, is_same(b, c), is_same(b, b.duplicate()))
	b[0] += 5
	b[-1] = 7
	print(b)
	var m = [[0, 0], [0, 0]]
	m[1][0] = 5
	print(m)
	print([1, 2, 3].has(2), 2 in [1, 2], [1, 2].hash() == [1, 2].hash())
	print(range(3), range(1, 3), range(3, 0, -1))
	print([1, 2, 3, 4].reduce(func(x, y): return x * y))
	a.resize(3); a.fill(1)
	print(a)
# expect: 15[2, 3][4, 5][1, 3, 5]15
# expect: [2, 3, 4, 5]60[2, 3, 4, 5]
# expect: [5, 4, 3, 2]220true
# expect: [2, 1]1true
# expect: [][1, [2, [3]]][1, "a"][<null>, true]
# expect: [1, 2]truetruefalse
# expect: [6, 7]
# expect: [[0, 0], [5, 0]]
# expect: truetruetrue
# expect: [0, 1, 2][1, 2][3, 2, 1]
# expect: 24
# expect: [1, 1, 1]
