# Constants, conversions and signatures: const array float.
const C: Array[float] = [1, 2]
func run(): print(C)
# expect: [1.0, 2.0]
