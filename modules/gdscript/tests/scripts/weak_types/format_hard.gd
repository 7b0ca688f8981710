# Weak types: format hard.
func run():
	var x := "a %s" % null
	print(x)
# expect: a <null>
