# Weak types: getter float.
var x := 1: get = get_x
func get_x(): return 1.5
func run(): print(x)
# expect: 1.5
