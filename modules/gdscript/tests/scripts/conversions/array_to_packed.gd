# Constants, conversions and signatures: array to packed.
func f(a: PackedStringArray): print(a)
func run():
	f(["1", "2"])
	f([1, 2])
# expect: ["1", "2"]
# expect: ["1", "2"]
