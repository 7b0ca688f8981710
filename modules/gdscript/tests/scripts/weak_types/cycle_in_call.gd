# Weak types: cycle in call.
var a = str(a)
# expect refused: The value of "a" depends on itself.
