# The language: enum dup values.
enum { A = 1, B = 1, C }
func run(): print(A, B, C)
# expect: 112
