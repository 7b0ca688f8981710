# Constants, conversions and signatures: packed to typed return.
func f() -> Array[String]: return PackedStringArray(["a"])
func run(): print(f().is_typed())
# expect: true
# expect error: Cannot return a value of type
