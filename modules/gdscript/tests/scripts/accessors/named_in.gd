# Accessors and statics: named in.
var v: Vector2: set = sv
func sv(x):
	v = x
	v.x += 1
func other():
	v.x += 10
func run():
	v = Vector2(1, 0)
	other()
	print(v)
# expect: (13.0, 0.0)
