# Accessors and statics: static prop.
static var n := 1:
	set(x): print("set ", x); n = x
	get: print("get"); return n
func run():
	n += 1
	print(n)
# expect: get
# expect: set 2
# expect: get
# expect: 2
