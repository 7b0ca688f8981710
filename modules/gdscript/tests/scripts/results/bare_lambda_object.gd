# Results of functions: bare lambda object.
func run():
	var l = func() -> Node: return
	print(l.call())
# expect: <null>
