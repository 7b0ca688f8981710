# Weak types: getter variant.
var x := 1: get = get_x
func get_x() -> Variant: return "a"
func run(): print(x)
# expect: a
