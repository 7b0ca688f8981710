# The language: typed dict errors.
func run():
	var d: Dictionary[String, int] = {}
	var k: Variant = 5
	d[k] = 1
	print("after ", d)
	d.set(k, 1)
	d.merge({1: 2})
	d["a"] = k
	var s: Variant = "x"
	d["b"] = s
	print("end ", d)
# expect error: Attempted to set a value of type "int" in a
# expect error: Cannot set '5' to a value of type 'int' on a
