# Writing into values inside values goes back all the way.
class Holder:
	var rect := Rect2(0, 0, 1, 1)
	var list := [Vector2(1, 2)]
func run():
	var r := Rect2(0, 0, 1, 1)
	r.position.x = 5
	print(r)  # expect: [P: (5.0, 0.0), S: (1.0, 1.0)]
	var h := Holder.new()
	h.rect.size.y = 9
	h.list[0].x = 7
	print(h.rect, " ", h.list)  # expect: [P: (0.0, 0.0), S: (1.0, 9.0)] [(7.0, 2.0)]
	var d := {"v": Vector3(1, 2, 3)}
	d.v.z = 8
	d["v"].x += 1
	print(d)  # expect: { "v": (2.0, 2.0, 8.0) }
