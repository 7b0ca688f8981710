# Weak types: string plus untyped.
func f(n):
	var x := "a" + n
	print(x)
func run(): f("3")
# expect refused: The type of "x" cannot be taken from its
