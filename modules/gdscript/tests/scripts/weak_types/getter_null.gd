# Weak types: getter null.
var x := 1: get = get_x
func get_x(): return null
func run(): print(x)
# expect refused: The getter returns "null", but the property
