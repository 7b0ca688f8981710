# Constants, conversions and signatures: const object.
const C: Node = null
func run(): print(C)
# expect: <null>
