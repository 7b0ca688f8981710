# A result that does not fit is an error and gives the type's default.
func bad(v) -> int:
	return v  # expect error: return
func run():
	print(bad("x") + 1)  # expect: 1
