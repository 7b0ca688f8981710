# Constants, conversions and signatures: lookalike class.
class vаr: pass
# expect refused: The name "vаr" looks like "var", but has
