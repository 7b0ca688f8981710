# Constants, conversions and signatures: const float int.
const C: float = 3
func run(): print(C, C is float)
# expect: 3.0true
