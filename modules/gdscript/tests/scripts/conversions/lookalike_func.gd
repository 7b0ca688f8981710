# Constants, conversions and signatures: lookalike func.
func wһile(): pass
# expect refused: The name "wһile" looks like "while", but has
