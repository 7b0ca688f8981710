# Weak types: setter float.
var x := 1: set = set_x
func set_x(v: float): print(v)
func run(): x = 3
# expect: 3.0
