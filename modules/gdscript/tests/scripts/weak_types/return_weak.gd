# Weak types: return weak.
func f() -> int:
	var s = "a"
	return s
func run(): f()
# expect error: Cannot return a value of type 'String' from a
