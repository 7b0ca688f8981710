# The language: enum trailing.
enum E { A, B, }
enum {
	X,
	Y,
}
func run(): print(E, X, Y)
# expect: { "A": 0, "B": 1 }01
