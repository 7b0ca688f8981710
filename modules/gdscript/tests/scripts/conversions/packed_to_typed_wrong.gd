# Constants, conversions and signatures: packed to typed wrong.
func f(a: Array[int]): print(a, a.is_typed())
func run(): f(PackedStringArray(["1"]))
# expect: []true
# expect error: Attempted to assign a value of type "String"
