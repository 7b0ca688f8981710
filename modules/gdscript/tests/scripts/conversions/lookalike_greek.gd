# Constants, conversions and signatures: lookalike greek.
var fοr = 1
# expect refused: The name "fοr" looks like "for", but has
