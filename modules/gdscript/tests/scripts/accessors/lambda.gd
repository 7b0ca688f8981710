# Accessors and statics: lambda.
var log := []
var v: Vector2:
	set(x): log.append(x); v = x
func run():
	var l := func(): v.x = 3
	l.call()
	print(log)
# expect: [(3.0, 0.0)]
