# Constants, conversions and signatures: lookalike in.
var іn = 1
# expect refused: The name "іn" looks like "in", but has
