# Weak types: getter wrong typed.
var x: int = 1: get = get_x
func get_x(): return "a"
# expect refused: The getter returns "String", but the property
