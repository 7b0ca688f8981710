# An array that grows while it is walked is walked to its new end.
func run():
	var a := [1, 2]
	for x in a:
		if a.size() < 5:
			a.append(x * 10)
	print(a)  # expect: [1, 2, 10, 20, 100]
