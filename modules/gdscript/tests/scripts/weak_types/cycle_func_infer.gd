# Weak types: cycle func infer.
var a := f()
func f() -> int: return a
func run(): print(a)
# expect: 0
