# Constants, conversions and signatures: variable colon.
var x :
func run(): print(x)
# expect refused: Expected an indented block after the
