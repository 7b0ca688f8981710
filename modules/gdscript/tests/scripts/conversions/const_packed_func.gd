# Constants, conversions and signatures: const packed func.
const C = PackedInt32Array([1, 2])
func run(): print(C[1])
# expect refused: The value of the constant "C" is only known
