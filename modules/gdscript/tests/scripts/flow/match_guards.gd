# match: when.
func go(v):
	match v:
		var x when x is int and x > 10:
			return "big"
		var x when x is int:
			return "small %s" % x
		_:
			return "no"
func run():
	print(go(50), ", ", go(3), ", ", go("t"))  # expect: big, small 3, no
