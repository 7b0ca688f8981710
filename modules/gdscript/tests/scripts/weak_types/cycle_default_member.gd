# Weak types: cycle default member.
var a = f()
func f(x = a): return x
func run(): print(a)
# expect refused: The value of "a" depends on itself.
