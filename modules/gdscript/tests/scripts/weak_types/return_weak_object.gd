# Weak types: return weak object.
func f() -> Node:
	var s = JSON.new()
	return s
func run(): f()
# expect error: Cannot return a value of type 'JSON' from a
