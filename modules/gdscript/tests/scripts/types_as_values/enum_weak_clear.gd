# Types as values: enum weak clear.
enum E { A, B }
func run():
	var e = E
	e.clear()
# expect refused: An enum cannot be changed, so "clear()"
