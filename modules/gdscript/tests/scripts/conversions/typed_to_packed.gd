# Constants, conversions and signatures: typed to packed.
func f(a: PackedStringArray): print(a)
func run():
	var t: Array[String] = ["q"]
	f(t)
# expect: ["q"]
