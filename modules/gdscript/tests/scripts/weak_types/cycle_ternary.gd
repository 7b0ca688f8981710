# Weak types: cycle ternary.
var a = 1 if true else a
# expect refused: The value of "a" depends on itself.
