# Declarations: enum ref.
enum { X = 1, Y = X + 2, Z }
func run(): print(X, Y, Z)
# expect: 134
