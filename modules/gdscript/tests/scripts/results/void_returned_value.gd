# Results of functions: void returned value.
func f() -> void:
	return 1
# expect refused: A function declared "-> void" cannot return a
