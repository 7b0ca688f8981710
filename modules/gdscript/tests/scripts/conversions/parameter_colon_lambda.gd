# Constants, conversions and signatures: parameter colon lambda.
func run():
	var l = func(a :): print(a)
	l.call(3)
# expect: 3
