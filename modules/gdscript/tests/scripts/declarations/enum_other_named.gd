# Declarations: enum other named.
enum F { X, Y }
enum E { A, B }
func run():
	var e := E.A
	e = F.X
# expect refused: A value of type "F" cannot be assigned to a
