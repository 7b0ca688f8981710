# Vectors: members, operators, methods.
func run():
	var v := Vector2(3, 4)
	print(v.x, " ", v.length(), " ", v * 2, " ", -v)  # expect: 3.0 5.0 (6.0, 8.0) (-3.0, -4.0)
	v.x = 10
	v.y += 1
	print(v)  # expect: (10.0, 5.0)
	var i := Vector2i(7, 3)
	print(i / 2, " ", i % 2, " ", i == Vector2i(7, 3))  # expect: (3, 1) (1, 1) true
