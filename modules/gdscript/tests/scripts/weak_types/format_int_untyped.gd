# Weak types: format int untyped.
func f(n):
	var x := 5 % n
	print(x)
func run(): f(3)
# expect refused: The type of "x" cannot be taken from its
