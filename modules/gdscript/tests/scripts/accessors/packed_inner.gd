# Accessors and statics: packed inner.
var log := []
var list = PackedInt32Array([1, 2]):
	set(x): log.append("set"); list = x
func run():
	list[0] = 5
	list[1] += 5
	print(log, list)
# expect: ["set", "set"][5, 7]
