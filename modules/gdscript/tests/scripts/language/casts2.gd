# The language: casts2.
func run():
	var u: Variant = 5
	print(u as String)
# expect error: Cannot convert a value of type 'int' to
