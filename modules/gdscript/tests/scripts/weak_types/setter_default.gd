# Weak types: setter default.
var x := 1: set = set_x
func set_x(v = 3): print(v)
func run(): x = 3
# expect: 3
