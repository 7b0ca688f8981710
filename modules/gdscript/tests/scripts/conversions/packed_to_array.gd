# Constants, conversions and signatures: packed to array.
func f(a: Array): print(a, a.is_typed())
func run(): f(PackedStringArray(["1"]))
# expect: ["1"]false
