# Constants, conversions and signatures: lookalike ok 2.
var а := 1
var ехаmple := 1
func run(): print(а)
# expect: 1
