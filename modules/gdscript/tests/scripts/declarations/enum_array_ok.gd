# Declarations: enum array ok.
enum E { A, B }
var e: Array[E] = [E.A, 1]
func run(): print(e)
# expect: [0, 1]
