# The language: copy semantics.
func run():
	var v := Vector2(1, 2)
	var w := v
	w.x = 5
	print(v, w)
	var d = {"v": Vector2()}
	d.v.x = 3
	var vv = d.v
	vv.x = 9
	print(d.v, vv)
	var a = [Vector2()]
	a[0].y = 4
	print(a)
	var p = [PackedInt32Array([1])]
	p[0].append(2)
	p[0][0] = 9
	print(p)
	var s = ["abc"]
	s[0] += "d"
	print(s)
# expect: (1.0, 2.0)(5.0, 2.0)
# expect: (3.0, 0.0)(9.0, 0.0)
# expect: [(0.0, 4.0)]
# expect: [[9, 2]]
# expect: ["abcd"]
