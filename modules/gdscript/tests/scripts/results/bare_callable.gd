# Results of functions: bare callable.
func f() -> Callable:
	return
# expect refused: The function must return a value of type
