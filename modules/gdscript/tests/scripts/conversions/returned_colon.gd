# Constants, conversions and signatures: returned colon.
func f() -> : pass
# expect refused: Expected a type, but found ":". The type of
