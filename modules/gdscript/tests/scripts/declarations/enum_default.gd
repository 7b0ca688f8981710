# Declarations: enum default.
enum { X, Y }
enum E { A, B }
func f(e: E = X): pass
# expect refused: A value of type "<anonymous enum>" cannot be
