# Weak types: getter weak.
var x = 1: get = get_x
func get_x(): return "a"
func run(): print(x)
# expect refused: The getter returns "String", but the property
