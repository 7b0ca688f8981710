# Constants, conversions and signatures: lookalike PI.
var ΡΙ = 1
# expect refused: The name "ΡΙ" looks like "PI", but has
