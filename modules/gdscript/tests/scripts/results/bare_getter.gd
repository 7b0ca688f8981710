# Results of functions: bare getter.
var x: Node:
	get: return
func run(): print(x)
# expect: <null>
