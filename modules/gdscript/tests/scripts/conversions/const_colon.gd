# Constants, conversions and signatures: const colon.
const C : = 3
func run(): print(C)
# expect: 3
