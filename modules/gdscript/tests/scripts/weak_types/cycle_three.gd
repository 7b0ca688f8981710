# Weak types: cycle three.
var a = [b]
var b = {c: 1}
var c = a + 1
# expect refused: The value of "a" depends on itself.
