# What cannot be compared counts as equal; the first element is asked first.
func sorted(a: Array) -> Array:
	a.sort()
	return a
func run():
	print(sorted([3, "a", 1, null, "b", 2.5, Vector2(1, 2)]))  # expect: [1, 3, "a", <null>, "b", 2.5, (1.0, 2.0)]
	print(sorted(["b", 1, "a", 2]))  # expect: ["a", "b", 1, 2]
	print(sorted([Vector2(2, 1), 4, Vector2(1, 1), 3, 2, 1]))  # expect: [(1.0, 1.0), (2.0, 1.0), 1, 2, 3, 4]
	print(sorted([true, 0, 2.5, false, 1]))  # expect: [false, true, 0, 1, 2.5]
	print(sorted([null, null, 1]))  # expect: [<null>, <null>, 1]
	var asked := []
	[3, 2, 1].sort_custom(func(x, y): asked.append([x, y]); return x < y)
	print(asked)  # expect: [[2, 3], [1, 2]]
