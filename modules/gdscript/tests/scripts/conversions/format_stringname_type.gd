# Constants, conversions and signatures: format stringname type.
func f(x):
	var z := &"v %s" % x
	z = 3
# expect refused: The type of "z" cannot be taken from its
