# A range near the largest int ends.
func run():
	var count := 0
	for i in range(9223372036854775800, 9223372036854775807, 5):
		count += 1
	print(count)  # expect: 2
