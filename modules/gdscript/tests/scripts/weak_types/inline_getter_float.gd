# Weak types: inline getter float.
var x := 1:
	get: return 1.5
func run(): print(x)
# expect: 1
