# The language: math types.
func run():
	print(Vector2(3, 4).normalized(), Vector2.RIGHT.rotated(PI / 2).round(), Vector2(1, 2).dot(Vector2(3, 4)), Vector2(1, 1).angle())
	print(Vector3(1, 2, 3).max_axis_index(), Vector3.UP.is_equal_approx(Vector3(0, 1, 0)), Vector2(5, 5).clamp(Vector2.ZERO, Vector2.ONE))
	print(Rect2(0, 0, 10, 10).intersects(Rect2(5, 5, 10, 10)), Rect2(0, 0, 2, 2).merge(Rect2(3, 3, 1, 1)), Rect2i(1, 1, 2, 2).get_area())
	print(Color.from_hsv(0.5, 1, 1), Color.RED.darkened(0.5), Color("blue").to_html(false), Color(1, 1, 1, 0.5).a8)
	print(Transform2D(0, Vector2(5, 5)) * Vector2(1, 1), Basis.from_euler(Vector3(0, PI, 0)).x.round(), Plane(0, 1, 0, 5).distance_to(Vector3(0, 10, 0)))
	print(Vector2i(7, 3) / 2, Vector2i.MAX.x, Vector2(1, 2)[1], Vector3(1, 2, 3).z, Vector4(1, 2, 3, 4).w, -Vector3.ONE)
	print(Vector2(1.5, -1.5).floor(), Vector2(1.5, 2.5).snapped(Vector2.ONE), Vector2.ZERO.direction_to(Vector2.RIGHT), lerp(Vector2.ZERO, Vector2.ONE, 0.5))
# expect: (0.6, 0.8)(0.0, 1.0)11.00.78539818525314
# expect: 2true(1.0, 1.0)
# expect: true[P: (0.0, 0.0), S: (4.0, 4.0)]4
# expect: (0.0, 1.0, 1.0, 1.0)(0.5, 0.0, 0.0, 1.0)0000ff128
# expect: (6.0, 6.0)(-1.0, 0.0, 0.0)5.0
# expect: (3, 1)21474836472.03.04.0(-1.0, -1.0, -1.0)
# expect: (1.0, -2.0)(2.0, 3.0)(1.0, 0.0)(0.5, 0.5)
