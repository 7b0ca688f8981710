# Declarations: enum unnamed to named.
enum { X, Y }
enum E { A, B }
var e: E = X
# expect refused: A value of type "<anonymous enum>" cannot be
