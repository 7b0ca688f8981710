# Bound arguments come after the emitted ones.
signal s(a)
func run():
	s.connect(show.bind("bound"))
	s.emit("emitted")  # expect: emitted bound
func show(a, b):
	print(a, " ", b)
