# Constants, conversions and signatures: lookalike ok.
var имя := 1
var größe := 2
var 变量 = 3
func run(): print(имя, größe, 变量)
# expect: 123
