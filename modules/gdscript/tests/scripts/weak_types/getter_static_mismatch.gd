# Weak types: getter static mismatch.
static var x := 1: get = get_x
func get_x(): return 2
func run(): print(x)
# expect: <null>
# expect error: Cannot call the function 'get_x' on the class
