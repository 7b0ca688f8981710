# break and continue belong to the innermost loop.
func run():
	var out := []
	for i in 3:
		for j in 3:
			if j == 1:
				continue
			if i == 2:
				break
			out.append([i, j])
	print(out)  # expect: [[0, 0], [0, 2], [1, 0], [1, 2]]
