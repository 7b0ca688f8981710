# Accessors and statics: clamp.
var hp := Vector2i(5, 5):
	set(v): hp = v.clamp(Vector2i.ZERO, Vector2i(3, 3))
func run():
	hp.x = 100
	print(hp)
	hp.x -= 50
	print(hp)
# expect: (3, 3)
# expect: (0, 3)
