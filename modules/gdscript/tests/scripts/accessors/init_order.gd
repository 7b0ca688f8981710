# Accessors and statics: init order.
var log := []
var v := Vector2(1, 1):
	set(x): log.append(x); v = x
func _init(): v.x = 5
func run(): print(log, v)
# expect: [(5.0, 1.0)](5.0, 1.0)
