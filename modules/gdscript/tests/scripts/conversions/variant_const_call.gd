# Constants, conversions and signatures: variant const call.
const C: Variant = "a"
func run(): print(C.length(), C.foo() if false else 1)
# expect: 11
