# Accessors and statics: basis.
var log := []
var b: Basis:
	set(x): log.append("set"); b = x
func run():
	b.x.x = 3
	b[1][1] = 4
	b.x += Vector3(1, 1, 1)
	print(log, b.x, b.y)
# expect: ["set", "set", "set"](4.0, 1.0, 1.0)(0.0, 4.0, 0.0)
