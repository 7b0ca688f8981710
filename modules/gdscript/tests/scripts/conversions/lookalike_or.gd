# Constants, conversions and signatures: lookalike or.
var оr = 1
# expect refused: The name "оr" looks like "or", but has
