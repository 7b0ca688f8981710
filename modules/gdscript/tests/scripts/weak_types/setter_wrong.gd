# Weak types: setter wrong.
var x := 1: set = set_x
func set_x(v: String): pass
# expect refused: The setter takes "String", but the property
