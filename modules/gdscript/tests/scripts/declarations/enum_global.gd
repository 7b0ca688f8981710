# Declarations: enum global.
enum { X, Y }
var e: Error = X
# expect refused: A value of type "<anonymous enum>" cannot be
