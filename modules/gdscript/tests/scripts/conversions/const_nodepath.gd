# Constants, conversions and signatures: const nodepath.
const C: NodePath = "a/b"
func run(): print(typeof(C), C)
# expect: 22a/b
