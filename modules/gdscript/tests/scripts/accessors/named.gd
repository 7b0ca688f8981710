# Accessors and statics: named.
var n := []
var v: Vector2: get = gv, set = sv
func gv(): n.append("get"); return v
func sv(x): n.append("set"); v = x
func run():
	v.x = 3
	print(n); n.clear()
	v.x += 3
	print(n, v)
# expect: ["get", "set"]
# expect: ["get", "set", "get"](6.0, 0.0)
