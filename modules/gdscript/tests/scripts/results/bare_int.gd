# Results of functions: bare int.
func f() -> int:
	return
func run(): print(f())
# expect refused: The function must return a value of type
