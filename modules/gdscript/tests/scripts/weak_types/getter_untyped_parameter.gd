# Weak types: getter untyped parameter.
var x := 1: get = get_x
var y
func get_x(): return y
func run(): print(x)
# expect: <null>
