# The language: array methods 2.
func run():
	print([3, 1, 2].max(), [1, 2, 3].pick_random() in [1, 2, 3], [[1, 2], [3]].reduce(func(a, b): return a + b))
	var a = [1, 2, 3, 4]
	print(a.filter(func(x): return x % 2 == 0).map(func(x): return x * x), a.slice(1, -1), a.any(func(x): return x > 3))
	a.append_array([5, 6]); a.fill(0) if false else a.resize(5)
	print(a, a.find_custom(func(x): return x > 2), a.hash() == a.duplicate().hash())
	print(a.get(0), a.is_read_only(), a.pop_at(1), a)
	a.set(0, 9); print(a)
	print([1, "a", null].has(null), [1, 2] + [3], [1, 2] == [1, 2], [1, [2]] == [1, [2]])
	var b = a.duplicate(); b.shuffle(); b.sort(); a.sort(); print(a == b)
	print(Array(PackedInt32Array([1, 2])), Array("abc".split("")), [1.5, 2].map(func(x): return int(x)))
# expect: 3true[1, 2, 3]
# expect: [4, 16][2, 3]true
# expect: [1, 2, 3, 4, 5]2true
# expect: 1false2[1, 3, 4, 5]
# expect: [9, 3, 4, 5]
# expect: true[1, 2, 3]truetrue
# expect: true
# expect: [1, 2]["a", "b", "c"][1, 2]
