# Accessors and statics: in setter lambda.
var log := []
var v: Vector2:
	set(x):
		v = x
		var l := func(): log.append("l")
		l.call()
func run():
	v.x = 3
	print(v, log)
# expect: (3.0, 0.0)["l"]
