# Constants, conversions and signatures: packed to typed variable.
func run():
	var a: Array[String] = PackedStringArray(["a"])
	print(a, a.is_typed())
# expect error: Cannot assign a value of type
