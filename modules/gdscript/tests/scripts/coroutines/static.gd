# Static functions that wait.
class T:
	static func work(sig: Signal):
		await sig
		print("static")
signal s
func run():
	T.work(s)
	s.emit()  # expect: static
