# Constants, conversions and signatures: format compound.
func run():
	var s := "%s"
	s %= 3
	print(s)
# expect: 3
