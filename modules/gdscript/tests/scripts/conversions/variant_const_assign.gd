# Constants, conversions and signatures: variant const assign.
const C: Variant = 3
func run():
	var s: String = C if false else "x"
	print(s)
# expect: x
