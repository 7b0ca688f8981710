# Results of functions: bare array.
func f() -> Array:
	return
func run(): print(f())
# expect refused: The function must return a value of type
