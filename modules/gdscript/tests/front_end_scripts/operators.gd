# Operators on types that do not fit.
func f(i: int, s: String, v: Vector2, n: Node):
	i + s # expect error: does not work on "int" and "String"
	v + 1 # expect error: does not work
	-n # expect error: does not work
	i in i # expect error: does not work
	1 / 0 # expect error: zero
	1 << -1 # expect error: negative
	i += "x" # expect error: does not work
	return i == null or s == &"a" or v * 2 == v
