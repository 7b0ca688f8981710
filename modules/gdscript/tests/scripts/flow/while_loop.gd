# while, break, continue.
func run():
	var i := 0
	var seen := []
	while true:
		i += 1
		if i % 2 == 0:
			continue
		if i > 7:
			break
		seen.append(i)
	print(seen)  # expect: [1, 3, 5, 7]
