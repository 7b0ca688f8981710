# Assigning the loop variable changes nothing.
func run():
	var n := 0
	for i in 3:
		i += 10
		n += i
	print(n)  # expect: 33
