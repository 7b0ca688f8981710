# Declarations: enum int variable.
enum { X, Y }
enum E { A, B }
func run():
	var i := X
	var e: E = i
# expect refused: A value of type "<anonymous enum>" cannot be
