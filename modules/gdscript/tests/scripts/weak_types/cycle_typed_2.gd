# Weak types: cycle typed 2.
var a: int = b
var b = a
func run(): print(a)
# expect refused: The value of "a" depends on itself.
