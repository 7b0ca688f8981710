# Constants, conversions and signatures: packed to typed float int.
func f(a: Array[float]): print(a, a.is_typed())
func run(): f(PackedInt32Array([1]))
# expect: [1.0]true
