# Constants, conversions and signatures: packed to typed untyped variable.
func g(x):
	var a: Array[String] = x
	print(a)
func run(): g(PackedStringArray(["1"]))
# expect error: Cannot assign a value of type
