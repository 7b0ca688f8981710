# Weak types: inline getter untyped none.
var x:
	get: pass
func run(): print(x)
# expect: <null>
