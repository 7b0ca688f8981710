# Constants, conversions and signatures: typed to untyped.
func f(a: Array): print(a.is_typed())
func run():
	var x: Array[int] = [1, 2]
	f(x)
# expect: true
