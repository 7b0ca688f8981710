# Constants, conversions and signatures: parameter colon.
func f(b :): print(b)
func run(): f(3)
# expect: 3
