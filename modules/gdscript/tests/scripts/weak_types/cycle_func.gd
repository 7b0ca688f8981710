# Weak types: cycle func.
var a = f()
func f(): return a
func run(): print(a)
# expect: <null>
