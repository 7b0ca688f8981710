# Declarations: enum unnamed assign.
enum { X, Y }
enum E { A, B }
func run():
	var e := E.A
	e = X
# expect refused: A value of type "<anonymous enum>" cannot be
