# The language: operators mixed.
func run():
	print(Vector2(1, 2) + Vector2(3, 4), Vector2(1, 2) * 2, 2 * Vector2(1, 2), Vector2(4, 2) / Vector2(2, 2), -Vector2(1, 2))
	print(Vector3(1, 0, 0).cross(Vector3(0, 1, 0)), Vector2(3, 4).length(), Vector2i(5, 7) / 2, Vector2i(5, 7) % 3)
	print(Color(1, 0, 0) * 0.5, Color.RED.lerp(Color.BLUE, 0.5), Color("#ff0000"), Color(0.5, 0.5, 0.5, 1).to_html())
	print([1] + [2], "a" + "b", PackedInt32Array([1]) + PackedInt32Array([2]))
	print(Rect2(0, 0, 2, 2).has_point(Vector2(1, 1)), Transform2D.IDENTITY * Vector2(1, 2))
	print(Vector2(1, 2) == Vector2(1, 2), Vector2(1, 2) < Vector2(2, 0), [1, 2] < [1, 3] if false else "n")
	print("a" == &"a", &"a" == "a", 1 == 1.0, [1] == [1.0], {"a": 1} == {"a": 1})
	print(null == null, null == 1, self == self, self != null)
	print(Quaternion.IDENTITY, Basis.IDENTITY.x, AABB(), Plane(Vector3.UP, 1))
	print(typeof(1), typeof(1.0), typeof(""), typeof([]), typeof({}), typeof(null), typeof(self), type_string(TYPE_VECTOR2))
# expect: (4.0, 6.0)(2.0, 4.0)(2.0, 4.0)(2.0, 1.0)(-1.0, -2.0)
# expect: (0.0, 0.0, 1.0)5.0(2, 3)(2, 1)
# expect: (0.5, 0.0, 0.0, 0.5)(0.5, 0.0, 0.5, 1.0)(1.0, 0.0, 0.0, 1.0)808080ff
# expect: [1, 2]ab[1, 2]
# expect: true(1.0, 2.0)
# expect: truetruen
# expect: truetruetruefalsetrue
# expect: truefalsetruetrue
# expect: (0, 0, 0, 1)(1.0, 0.0, 0.0)[P: (0.0, 0.0, 0.0), S: (0.0, 0.0, 0.0)][N: (0.0, 1.0, 0.0), D: 1]
# expect: 2342827024Vector2
