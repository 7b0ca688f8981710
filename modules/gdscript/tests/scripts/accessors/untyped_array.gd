# Accessors and statics: untyped array.
var log := []
var list = [1, 2]:
	set(x): log.append("set"); list = x
func run():
	list[0] = 5
	list += [3]
	list.append(4)
	print(log, list)
# expect: ["set"][5, 2, 3, 4]
