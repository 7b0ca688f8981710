# Members of values whose type is not known before, at one place of the source for many types.
func get_x(v): return v.x
func set_x(v, value):
	v.x = value
	return v
func no_member(v): return v.x  # expect error: x
func run():
	for round in 3:
		var texts := []
		for v in [Vector2(1, 2), Vector2i(3, 4), Vector3(5, 6, 7), Vector4i(8, 9, 10, 11), {"x": "d"}, Quaternion(0, 0, 0, 1), {x = 1.5}]:
			texts.append(get_x(v))
		print(texts)
	# expect: [1.0, 3, 5.0, 8, "d", 0.0, 1.5]
	# expect: [1.0, 3, 5.0, 8, "d", 0.0, 1.5]
	# expect: [1.0, 3, 5.0, 8, "d", 0.0, 1.5]
	for round in 2:
		print(set_x(Vector2(1, 2), 9), set_x(Vector2(1, 2), 9.5), set_x(Vector2i(1, 2), 9), set_x(Vector2i(1, 2), 9.5), set_x({}, "any"))
	# expect: (9.0, 2.0)(9.5, 2.0)(9, 2)(9, 2){ &"x": "any" }
	# expect: (9.0, 2.0)(9.5, 2.0)(9, 2)(9, 2){ &"x": "any" }
	var r = Rect2(1, 2, 3, 4)
	r = r.size
	print(r)  # expect: (3.0, 4.0)
	var t = Transform2D(0.0, Vector2(5, 6))
	t = t.origin
	print(t)  # expect: (5.0, 6.0)
	no_member(Color())
