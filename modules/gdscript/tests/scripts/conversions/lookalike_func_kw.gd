# Constants, conversions and signatures: lookalike func kw.
var funс = 1
# expect refused: The name "funс" looks like "func", but has
