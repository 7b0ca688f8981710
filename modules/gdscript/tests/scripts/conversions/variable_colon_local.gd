# Constants, conversions and signatures: variable colon local.
func run():
	var x :
	print(x)
# expect refused: Expected a type, but found the end of the
