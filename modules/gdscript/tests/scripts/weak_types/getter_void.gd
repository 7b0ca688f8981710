# Weak types: getter void.
var x := 1: get = get_x
func get_x() -> void: pass
# expect refused: The getter returns "null", but the property
