# Constants, conversions and signatures: format weak left.
func f(x):
	var s = "a %s"
	var z := s % x
# expect refused: The type of "z" cannot be taken from its
