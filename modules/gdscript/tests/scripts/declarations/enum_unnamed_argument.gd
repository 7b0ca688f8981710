# Declarations: enum unnamed argument.
enum { X, Y }
enum E { A, B }
func f(e: E): pass
func run(): f(X)
# expect refused: Argument 1 of "f()" must be "E", but is
