# Matrices as arrays of arrays.
func multiply(a, b):
	var result := []
	for row in a:
		var line := []
		for j in b[0].size():
			var sum := 0
			for k in row.size():
				sum += row[k] * b[k][j]
			line.append(sum)
		result.append(line)
	return result
func run():
	print(multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]))  # expect: [[19, 22], [43, 50]]
