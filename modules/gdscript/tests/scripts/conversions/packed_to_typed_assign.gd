# Constants, conversions and signatures: packed to typed assign.
var m: Array[String]
func run():
	m = PackedStringArray(["a"])
	print(m, m.is_typed())
# expect error: Cannot assign a value of type
