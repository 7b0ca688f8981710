# Constants, conversions and signatures: lookalike self.
var ѕelf = 1
# expect refused: The name "ѕelf" looks like "self", but has
