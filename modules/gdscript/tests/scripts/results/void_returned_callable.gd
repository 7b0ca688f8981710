# Results of functions: void returned callable.
func f(c: Callable) -> void:
	return c.call()
func run(): f(func(): print("hi"))
# expect: hi
