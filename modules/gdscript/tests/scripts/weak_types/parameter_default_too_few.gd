# Weak types: parameter default too few.
func f(n = "a"):
	print(n.split(",", 1, 2, 3, 4))
func run(): f()
# expect refused: "split()" takes at most 3 argument(s), but is
