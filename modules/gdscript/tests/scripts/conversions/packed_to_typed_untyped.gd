# Constants, conversions and signatures: packed to typed untyped.
func f(a: Array[String]): print(a, a.is_typed())
func g(x): f(x)
func run(): g(PackedStringArray(["1"]))
# expect: ["1"]true
