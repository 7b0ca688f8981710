# Declarations: enum match.
enum { X, Y }
func run():
	match 1:
		X: print("x")
		Y: print("y")
# expect: y
