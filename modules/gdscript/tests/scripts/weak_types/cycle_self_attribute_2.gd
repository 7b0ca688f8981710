# Weak types: cycle self attribute 2.
var a = self.b
var b = self.a
# expect refused: The value of "a" depends on itself.
