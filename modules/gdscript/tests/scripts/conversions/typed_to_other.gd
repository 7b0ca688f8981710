# Constants, conversions and signatures: typed to other.
func f(a: Array[float]): print(a)
func run():
	var x: Array[int] = [1, 2]
	f(x)
# expect refused: Argument 1 of "f()" must be "Array[float]",
