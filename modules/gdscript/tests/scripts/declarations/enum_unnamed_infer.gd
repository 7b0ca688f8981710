# Declarations: enum unnamed infer.
enum { X, Y }
func run():
	var x := X
	x = 5
	x = Y
	print(x)
# expect: 1
