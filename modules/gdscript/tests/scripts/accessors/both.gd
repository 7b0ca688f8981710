# Accessors and statics: both.
var n := []
var v: Vector2:
	get: n.append("get"); return v
	set(x): n.append("set"); v = x
func run():
	v.x = 3
	print(n); n.clear()
	v.x += 3
	print(n); n.clear()
	print(v)
# expect: ["get", "set"]
# expect: ["get", "set"]
# expect: (6.0, 0.0)
