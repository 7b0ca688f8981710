# Weak types: cycle parameter func.
func f(x = f()): return 1
func run(): print(1)
# expect refused: The signature of "f()" depends on itself;
