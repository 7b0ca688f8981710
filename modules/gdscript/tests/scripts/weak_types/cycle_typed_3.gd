# Weak types: cycle typed 3.
var a: int = b
var b: int = a
func run(): print(a)
# expect refused: The value of "a" depends on itself.
