# A built-in constructor refuses an argument.
func run():
	print(go("x"))  # expect: <null>
func go(v):
	return Vector2(v, v)  # expect error: Vector2
