# Constants, conversions and signatures: format const.
const C = "a %d" % 3
func run(): print(C)
# expect: a 3
