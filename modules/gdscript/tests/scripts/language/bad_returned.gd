# The language: bad returned.
func f() -> int:
	var s = "a"
	return s
func run():
	var x = f()
	print("x ", x)
# expect: x 0
# expect error: Cannot return a value of type 'String' from a
