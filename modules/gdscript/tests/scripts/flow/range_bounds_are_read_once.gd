# The end of a range is read once.
func run():
	var n := 3
	var count := 0
	for i in n:
		n = 10
		count += 1
	print(count)  # expect: 3
