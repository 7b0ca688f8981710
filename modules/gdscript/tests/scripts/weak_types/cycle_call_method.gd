# Weak types: cycle call method.
var a = a.foo()
# expect refused: The value of "a" depends on itself.
