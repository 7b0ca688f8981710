# Arrays: literals, indices, sharing.
func run():
	var a := [1, "two", [3]]
	var b = a
	b.append(4)
	print(a, " ", a.size())  # expect: [1, "two", [3], 4] 4
	print(a[-1], " ", a[2][0])  # expect: 4 3
	a[0] = 10
	print(b[0])  # expect: 10
	print([1, 2] + [3], " ", [1, 2] == [1, 2])  # expect: [1, 2, 3] true
	print([3, 1, 2].map(func(x): return x * 2))  # expect: [6, 2, 4]
