# Weak types: cycle static.
static var a = b
static var b = a
# expect refused: The value of "a" depends on itself.
