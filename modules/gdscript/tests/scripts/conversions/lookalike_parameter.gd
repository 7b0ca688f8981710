# Constants, conversions and signatures: lookalike parameter.
func f(раss): pass
# expect refused: The name "раss" looks like "pass", but has
