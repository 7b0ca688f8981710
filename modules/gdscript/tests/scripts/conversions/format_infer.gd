# Constants, conversions and signatures: format infer.
func f(x):
	var y := "v %s" % x
	var z := &"v %s" % x
	return y + z
func run(): print(f(3), f([42]), f(null))
# expect refused: The type of "z" cannot be taken from its
