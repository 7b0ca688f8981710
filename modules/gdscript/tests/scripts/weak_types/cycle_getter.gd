# Weak types: cycle getter.
var a = b:
	get: return b
var b = 1:
	get: return a
func run(): print(1)
# expect: 1
# expect error: Stack overflow: the calls are nested too
