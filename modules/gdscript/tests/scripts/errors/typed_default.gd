# A failed typed function gives its type's default.
func i() -> int:
	return bad()
func arr() -> Array:
	var n = null
	n.x()  # expect error: null
	return [1]
func s() -> String:
	var n = null
	n.y()  # expect error: null
	return "x"
func bad():
	return 4
func run():
	print(i(), arr(), "<", s(), ">")  # expect: 4[]<>
