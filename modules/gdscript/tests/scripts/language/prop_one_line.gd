# The language: prop one line.
var x: int: get = gx
func gx() -> int: return 9
var y = 2:
	get: return y * 2
	set(v): y = v
var z := 3:
	set(v):
		z = v
	get:
		return z
func run(): y = 4; print(x, y, z)
# expect: 983
