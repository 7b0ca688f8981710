# Weak types: getter typed wrong.
var x := 1: get = get_x
func get_x() -> String: return "a"
# expect refused: The getter returns "String", but the property
