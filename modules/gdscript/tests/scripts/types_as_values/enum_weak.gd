# Types as values: enum weak.
enum E { A, B }
func run():
	var e = E
	print(e.A, e.keys(), e.find_key(1))
	e = {}
	print(e)
# expect: 0["A", "B"]B
# expect: {  }
