# Constants, conversions and signatures: format array.
func run():
	var a := [1, "b"]
	var s := "%d-%s" % a
	print(s)
	s += " %s" % 3
	print(s)
# expect: 1-b
# expect: 1-b 3
