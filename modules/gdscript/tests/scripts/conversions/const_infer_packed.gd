# Constants, conversions and signatures: const infer packed.
const C := PackedStringArray(["a"])
func run(): print(C)
# expect refused: The value of the constant "C" is only known
