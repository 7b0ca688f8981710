# Constants, conversions and signatures: lookalike attribute.
func f(d): return d.fоr
# expect refused: The name "fоr" looks like "for", but has
