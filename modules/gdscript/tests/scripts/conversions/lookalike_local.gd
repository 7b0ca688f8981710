# Constants, conversions and signatures: lookalike local.
func f():
	var fоr := 1
	return fоr
# expect refused: The name "fоr" looks like "for", but has
# expect refused: The name "fоr" looks like "for", but has
