# Declarations: enum array.
enum { X, Y }
enum E { A, B }
var e: Array[E] = [X]
# expect refused: An element of type "<anonymous enum>" cannot
