# Weak types: swap vector.
func run():
	var x = Vector2(1, 2)
	for i in 2:
		x.x += 1
		print(x)
		x = Vector3i(1, 2, 3)
# expect: (2.0, 2.0)
# expect: (2, 2, 3)
