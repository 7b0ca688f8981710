# Results of functions: bare typed array.
func f() -> Array[int]:
	return
# expect refused: The function must return a value of type
