# Accessors and statics: object member.
class P:
	var x := 1
var log := []
var o: P = P.new():
	set(n): log.append("set"); o = n
var u = P.new():
	set(n): log.append("setu"); u = n
func run():
	o.x = 3
	u.x = 4
	print(log, o.x, u.x)
# expect: []34
