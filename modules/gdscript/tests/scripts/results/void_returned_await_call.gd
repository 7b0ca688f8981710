# Results of functions: void returned await call.
func g() -> void: pass
func f() -> void:
	return await g()
func run(): await f()
# expect refused: A function declared "-> void" cannot return a
