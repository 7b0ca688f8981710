# Accessors and statics: loop.
var log := []
var v: Vector2:
	set(x): log.append(x); v = x
func run():
	for i in 3:
		v.x += i
	print(log)
# expect: [(0.0, 0.0), (1.0, 0.0), (3.0, 0.0)]
