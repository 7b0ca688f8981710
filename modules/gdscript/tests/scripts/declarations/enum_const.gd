# Declarations: enum const.
enum { X, Y }
enum E { A, B }
const C: E = X
# expect refused: A value of type "<anonymous enum>" cannot be
