# Constants, conversions and signatures: packed to typed wrong 2.
func f(a: Array[String]): print(a, a.is_typed())
func run(): f(PackedInt32Array([1]))
# expect: []true
# expect error: Attempted to assign a value of type "int" in
