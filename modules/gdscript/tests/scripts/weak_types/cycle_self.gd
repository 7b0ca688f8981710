# Weak types: cycle self.
var a = a
# expect refused: The value of "a" depends on itself.
