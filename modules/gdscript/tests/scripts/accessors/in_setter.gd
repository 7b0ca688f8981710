# Accessors and statics: in setter.
var log := []
var v: Vector2:
	set(x):
		v = x
		v.x += 1
		log.append(x)
func run():
	v = Vector2(1, 1)
	print(v, log)
# expect: (2.0, 1.0)[(1.0, 1.0)]
