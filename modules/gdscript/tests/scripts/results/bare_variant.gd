# Results of functions: bare variant.
func f() -> Variant:
	return
func run(): print(f())
# expect: <null>
