# Weak types: getter parameter.
func get_x(a = 1): return a
var x := 1: get = get_x
func run(): print(x)
# expect refused: A getter takes no parameters.
