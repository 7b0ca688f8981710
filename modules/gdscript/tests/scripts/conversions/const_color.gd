# Constants, conversions and signatures: const color.
const C: Color = Color.RED
func run(): print(C)
# expect: (1.0, 0.0, 0.0, 1.0)
