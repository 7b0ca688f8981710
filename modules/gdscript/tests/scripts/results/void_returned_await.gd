# Results of functions: void returned await.
signal s
func f() -> void:
	return await s
# expect refused: A function declared "-> void" cannot return a
