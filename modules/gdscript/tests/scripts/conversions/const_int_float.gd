# Constants, conversions and signatures: const int float.
const C: int = 3.7
func run(): print(C)
# expect: 3
