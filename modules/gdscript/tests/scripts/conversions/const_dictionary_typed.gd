# Constants, conversions and signatures: const dictionary typed.
const C: Dictionary[String, int] = {a = 1}
func run(): print(C.a, C.is_typed())
# expect: 1true
