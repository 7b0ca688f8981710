# Weak types: attribute assign bad builtin.
func run():
	var v = Vector2()
	v.x = "s"
# expect error: Cannot set property or key 'x' to a value of
