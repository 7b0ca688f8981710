# Weak types: swap index.
func run():
	var x = PackedByteArray([1, 2])
	for i in 2:
		x[0] = 300
		print(x[0])
		x = [1, 2]
# expect: 44
# expect: 300
