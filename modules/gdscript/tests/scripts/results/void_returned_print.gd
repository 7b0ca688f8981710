# Results of functions: void returned print.
func f() -> void:
	return print("x")
func run(): f()
# expect: x
