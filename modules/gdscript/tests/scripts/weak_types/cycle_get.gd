# Weak types: cycle get.
var a = get("a")
func run(): print(a)
# expect: <null>
