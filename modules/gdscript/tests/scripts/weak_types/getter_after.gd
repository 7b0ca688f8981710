# Weak types: getter after.
func get_x(): return "a"
var x := 1: get = get_x
# expect refused: The getter returns "String", but the property
