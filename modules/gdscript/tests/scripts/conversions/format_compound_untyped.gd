# Constants, conversions and signatures: format compound untyped.
func run(): f("q")
func f(x):
	var s := "%s"
	s %= x
	print(s)
# expect: q
