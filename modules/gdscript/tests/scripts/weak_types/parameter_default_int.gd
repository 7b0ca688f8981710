# Weak types: parameter default int.
func f(j = 1):
	var e := j
	e = "s"
func run(): f()
# expect refused: The type of "e" cannot be taken from its
