# Types as values: enum value.
enum E { A, B }
func run():
	var e := E
	print(e.A, e.keys(), e)
	e = {}
# expect refused: A value of type "Dictionary" cannot be
