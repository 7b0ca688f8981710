# Weak types: lambda default parameter.
func f(c = func(): return g()): return c.call()
func g(): return 5
func run(): print(f())
# expect: 5
