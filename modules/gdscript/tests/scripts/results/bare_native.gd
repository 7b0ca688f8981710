# Results of functions: bare native.
func f() -> Node:
	return
func run(): print(f())
# expect: <null>
