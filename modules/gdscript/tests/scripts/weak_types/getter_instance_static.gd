# Weak types: getter instance static.
var x := 1: get = get_x
static func get_x(): return 2
func run(): print(x)
# expect: 2
