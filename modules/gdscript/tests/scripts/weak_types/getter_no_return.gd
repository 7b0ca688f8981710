# Weak types: getter no return.
var x := 1: get = get_x
func get_x(): pass
func run(): print(x)
# expect: <null>
