# Constants, conversions and signatures: parameter colon two.
func f(a :, b :): print(a, b)
func run(): f(1, 2)
# expect: 12
