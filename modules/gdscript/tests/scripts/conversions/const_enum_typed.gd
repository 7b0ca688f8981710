# Constants, conversions and signatures: const enum typed.
enum E { A, B }
const C: E = E.B
const D: int = E.B
func run(): print(C, D)
# expect: 11
