# Declarations: enum native.
enum { X, Y }
var e: Node.ProcessMode = X
# expect refused: A value of type "<anonymous enum>" cannot be
