# Constants, conversions and signatures: packed to typed stringname.
func f(a: Array[StringName]): print(a, a.is_typed())
func run(): f(PackedStringArray(["1"]))
# expect: [&"1"]true
