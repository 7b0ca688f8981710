# Each round makes its own.
func run():
	var list := []
	for i in 3:
		list.append(func(): return i)
	print(list.map(func(f): return f.call()))  # expect: [0, 1, 2]
