# Counting loops.
func collect(r):
	var l := []
	for i in r:
		l.append(i)
	return l
func run():
	var a := []
	for i in 3:
		a.append(i)
	for i in range(2, 5):
		a.append(i)
	for i in range(10, 0, -4):
		a.append(i)
	print(a)  # expect: [0, 1, 2, 2, 3, 4, 10, 6, 2]
	print(collect(3), " ", collect(2.5), " ", collect(range(3, 1)))  # expect: [0, 1, 2] [0.0, 1.0, 2.0] []
