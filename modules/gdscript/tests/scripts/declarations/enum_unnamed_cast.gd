# Declarations: enum unnamed cast.
enum { X, Y }
enum E { A, B }
func run():
	var e: E = X as E
	var i: int = Y
	print(e, i)
# expect: 01
