# Weak types: chain.
func run():
	var s = "a,b"
	var e := s.split(",").size()
	print(e)
	var t := s.split(",")[0]
	print(t)
# expect: 2
# expect: a
