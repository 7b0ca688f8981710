# Declarations: enum const 2.
enum { X, Y }
const C = X
enum E { A, B }
var e: E = C
# expect refused: A value of type "<anonymous enum>" cannot be
