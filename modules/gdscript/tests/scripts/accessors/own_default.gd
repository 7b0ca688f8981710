# Accessors and statics: own default.
var v := 3:
	set(x): print("set ", x); v = x
	get: print("get"); return v
func run():
	v += 1
	v = v * 2
	self.v -= 1
	print(v)
# expect: get
# expect: set 4
# expect: get
# expect: set 8
# expect: get
# expect: set 7
# expect: get
# expect: 7
