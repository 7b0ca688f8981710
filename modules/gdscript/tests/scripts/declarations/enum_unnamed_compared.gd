# Declarations: enum unnamed compared.
enum { X, Y }
enum E { A, B }
func run(): print(X == E.A, X + E.B, X < E.B, [X, Y], {X: 1})
# expect: true1true[0, 1]{ 0: 1 }
