# Accessors and statics: own part.
var log := []
var v: Vector2:
	set(x): log.append(x); v = x
var r: Rect2:
	set(x): log.append(x); r = x
var s: String = "abc":
	set(x): log.append(x); s = x
var d: Dictionary = {a = Vector2()}:
	set(x): log.append(x); d = x
var a: Array = [Vector2()]:
	set(x): log.append(x); a = x
var p: PackedVector2Array = [Vector2()]:
	set(x): log.append(x); p = x
var t: Transform2D:
	set(x): log.append(x); t = x
var u = Vector2():
	set(x): log.append(x); u = x
static var st: Vector2:
	set(x): print("static ", x); st = x
func show(w): print(w, log); log.clear()
func run():
	v.x = 1; show("v")
	v.x += 2; show("v+")
	r.position.x = 3; show("r")
	r.size += Vector2(1, 1); show("rs")
	s[0] = "z"; show("s")
	d.a.x = 4; show("d")
	d["b"] = 1; show("db")
	a[0].x = 5; show("a")
	a[0] = 6; show("a0")
	p[0].x = 7; show("p")
	p[0] = Vector2(8, 8); show("p0")
	p.append(Vector2()); show("papp")
	t.x.y = 9; show("t")
	t.origin.x = 9; show("to")
	t[0][1] = 10; show("ti")
	u.x = 11; show("u")
	u.y -= 1; show("uy")
	self.v.x = 12; show("sv")
	self.r.position.y = 13; show("sr")
	self.a[0] = 14; show("sa")
	self.p[0] = Vector2(); show("sp")
	st.x = 3
	st.y += 3
	print(v, r, s, d, a, p, t, u, st)
# expect: v[(1.0, 0.0)]
# expect: v+[(3.0, 0.0)]
# expect: r[[P: (3.0, 0.0), S: (0.0, 0.0)]]
# expect: rs[[P: (3.0, 0.0), S: (1.0, 1.0)]]
# expect: s["zbc"]
# expect: d[]
# expect: db[]
# expect: a[]
# expect: a0[]
# expect: p[[(7.0, 0.0)]]
# expect: p0[[(8.0, 8.0)]]
# expect: papp[]
# expect: t[[X: (1.0, 9.0), Y: (0.0, 1.0), O: (0.0, 0.0)]]
# expect: to[[X: (1.0, 9.0), Y: (0.0, 1.0), O: (9.0, 0.0)]]
# expect: ti[[X: (1.0, 10.0), Y: (0.0, 1.0), O: (9.0, 0.0)]]
# expect: u[(11.0, 0.0)]
# expect: uy[(11.0, -1.0)]
# expect: sv[(12.0, 0.0)]
# expect: sr[[P: (3.0, 13.0), S: (1.0, 1.0)]]
# expect: sa[]
# expect: sp[[(0.0, 0.0), (0.0, 0.0)]]
# expect: static (3.0, 0.0)
# expect: static (3.0, 3.0)
# expect: (12.0, 0.0)[P: (3.0, 13.0), S: (1.0, 1.0)]zbc{ &"a": (4.0, 0.0), "b": 1 }[14][(0.0, 0.0), (0.0, 0.0)][X: (1.0, 10.0), Y: (0.0, 1.0), O: (9.0, 0.0)](11.0, -1.0)(3.0, 3.0)
