# The language: enum const ref.
const K = 3
enum E { A = K, B = K * 2, C }
func run(): print(E)
# expect: { "A": 3, "B": 6, "C": 7 }
