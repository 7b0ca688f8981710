# Weak types: setter two.
var x := 1: set = set_x
func set_x(v, w = 1): print(v)
func run(): x = 3
# expect refused: A setter takes exactly one parameter.
