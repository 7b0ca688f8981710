# Accessors and statics: getter only.
var n := 0
var v: Vector2:
	get: n += 1; return v
func run():
	v.x = 3
	print(n)
	print(v, n)
# expect: 1
# expect: (3.0, 0.0)2
