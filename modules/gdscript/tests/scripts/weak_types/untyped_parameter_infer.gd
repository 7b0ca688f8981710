# Weak types: untyped parameter infer.
func f(j):
	var e := j
	print(e)
func run(): f(1)
# expect refused: The type of "e" cannot be taken from its
