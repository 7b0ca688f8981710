# Weak types: cycle typed.
var a: int = a
func run(): print(a)
# expect refused: The value of "a" depends on itself.
