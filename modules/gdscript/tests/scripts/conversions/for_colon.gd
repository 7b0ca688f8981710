# Constants, conversions and signatures: for colon.
func run():
	for i : in [1]: print(i)
# expect refused: Expected a type, but found "in".
