# Declarations: enum unnamed return.
enum { X, Y }
enum E { A, B }
func f() -> E: return X
# expect refused: A value of type "<anonymous enum>" cannot be
