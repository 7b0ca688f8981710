# Declarations: enum unnamed other.
enum { X, Y }
enum { Z, W }
func run():
	var x := X
	x = Z
	print(x)
# expect: 0
