# typeof, is, null.
func run():
	print(typeof(1), " ", typeof(""), " ", typeof(null), " ", typeof([]))  # expect: 2 4 0 28
	var v: Variant = 3
	print(v is int, " ", v is float, " ", v is not String)  # expect: true false true
	var n = null
	print(n == null, " ", n is Object)  # expect: true false
