# Constants, conversions and signatures: format dictionary.
func run():
	var d = {a = 1}
	var s := "%s" % d.a
	print(s.length())
# expect: 1
