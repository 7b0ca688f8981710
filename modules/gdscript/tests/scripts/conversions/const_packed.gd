# Constants, conversions and signatures: const packed.
const C: PackedStringArray = ["a", "b"]
func run(): print(C, typeof(C))
# expect: ["a", "b"]34
