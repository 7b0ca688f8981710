# The language: bad key.
func run():
	var d = {}
	print(d.get("x"))
	print(d["x"])
# expect: <null>
# expect error: Invalid access to property or key 'x' on a
