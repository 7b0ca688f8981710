# Weak types: enum weak.
enum E { A, B }
func run():
	var c = E.A
	var d: E = c
	print(d)
	c.foo()
# expect refused: "E" has no method "foo()".
