# The language: local defaults.
func run():
	for x in 2:
		var a: int
		var b: Array
		var c
		var d: Array[int]
		a += 1; b.append(1); d.append(2)
		print(a, b, c, d)
		c = 5
# expect: 1[1]<null>[2]
# expect: 1[1]<null>[2]
