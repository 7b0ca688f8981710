# The language: coroutine order.
signal a
signal b
var out = []
func one(): out.append(1); await a; out.append(2); await b; out.append(3)
func two(): out.append(4); await a; out.append(5); await b; out.append(6)
func run():
	one(); two()
	a.emit(); b.emit(); a.emit()
	print(out)
# expect: [1, 4, 2, 5, 3, 6]
