# Declarations: enum unnamed method.
enum { X, Y }
func run(): X.foo()
# expect refused: "<anonymous enum>" has no method "foo()".
