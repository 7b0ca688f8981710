# Indices and keys that are not there.
func run():
	print(a(), b(), c())  # expect: <null><null><null>
func a():
	return [1][go(3)]  # expect error: out of bounds
func b():
	return {}[go("k")]  # expect error: k
func c():
	var list := [1]
	list[go(5)] = 2  # expect error: out of bounds
func go(x):
	return x
