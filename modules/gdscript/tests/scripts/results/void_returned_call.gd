# Results of functions: void returned call.
func g(): return 1
func f() -> void:
	return g()
func run(): print(f())
# expect refused: "f()" returns nothing, so there is no value
