# Weak types: cycle self attribute.
var a = self.a
# expect refused: The value of "a" depends on itself.
