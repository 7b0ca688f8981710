# Results of functions: void returned null.
func f() -> void:
	return null
# expect refused: A function declared "-> void" cannot return a
