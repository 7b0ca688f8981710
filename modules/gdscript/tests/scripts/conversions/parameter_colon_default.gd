# Constants, conversions and signatures: parameter colon default.
func f(b := 3): print(b)
func run(): f()
# expect: 3
