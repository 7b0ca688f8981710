# Weak types: swap for.
func run():
	var x = PackedByteArray([1, 2])
	for i in 2:
		for k in x: print(k)
		x = ["a", "b"]
# expect: 1
# expect: 2
# expect: a
# expect: b
