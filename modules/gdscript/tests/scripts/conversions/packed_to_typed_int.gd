# Constants, conversions and signatures: packed to typed int.
func f(a: Array[int]): print(a, a.is_typed())
func run():
	f(PackedInt32Array([1]))
	f(PackedByteArray([1]))
# expect: [1]true
# expect: [1]true
