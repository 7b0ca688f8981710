# Constants, conversions and signatures: lookalike member.
var іf = 1
# expect refused: The name "іf" looks like "if", but has
