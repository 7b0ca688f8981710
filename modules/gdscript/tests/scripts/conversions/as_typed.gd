# Constants, conversions and signatures: as typed.
func run():
	var p := PackedStringArray(["a"])
	print((p as Array).is_typed())
	print((p as Array[String]).is_typed())
# expect: false
# expect: false
