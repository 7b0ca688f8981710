# Weak types: setter default string.
var x := 1: set = set_x
func set_x(v = "a"): print(v)
func run(): x = 3
# expect refused: The setter takes "String", but the property
