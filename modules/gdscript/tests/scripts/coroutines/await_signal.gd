# await on a signal.
signal s(v)
func wait():
	print("got ", await s)
func run():
	wait()
	print("waiting")  # expect: waiting
	s.emit(5)  # expect: got 5
