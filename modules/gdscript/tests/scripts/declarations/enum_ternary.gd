# Declarations: enum ternary.
enum { X, Y }
enum E { A, B }
func run():
	var e: E = X if true else Y
# expect refused: A value of type "<anonymous enum>" cannot be
