# The language: basis index.
func run():
	var b := Basis()
	b[0][1] = 5
	b.x.y += 1
	print(b.x, b[0])
	var t := Transform3D()
	t.origin.x = 3
	t.basis.x.y = 2
	print(t.origin, t.basis.x)
	var c := Color.RED
	c.a = 0.5
	c.r8 = 100
	print(c.a, c.r8, c[0] < 1, c.h)
	var q := Quaternion()
	q.x = 1
	print(q.x, q[0])
	var r := Rect2i(1, 2, 3, 4)
	r.size.x = 9
	r.position += Vector2i(1, 1)
	print(r, r.end)
# expect refused: "Quaternion" cannot be indexed by "int".
