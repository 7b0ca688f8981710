# Weak types: cycle two.
var a = b
var b = a
# expect refused: The value of "a" depends on itself.
