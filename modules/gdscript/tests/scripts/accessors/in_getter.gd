# Accessors and statics: in getter.
var v: Vector2:
	get:
		v.x += 1
		return v
func run():
	print(v, v)
	v.y = 4
	print(v)
# expect: (1.0, 0.0)(2.0, 0.0)
# expect: (4.0, 4.0)
