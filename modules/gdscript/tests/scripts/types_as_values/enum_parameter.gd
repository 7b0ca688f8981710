# Types as values: enum parameter.
enum E { A, B }
func f(d: Dictionary): print(d)
func run(): f(E)
# expect: { "A": 0, "B": 1 }
