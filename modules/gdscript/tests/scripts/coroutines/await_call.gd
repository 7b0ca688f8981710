# await on a coroutine.
signal s
func slow(x):
	await s
	return x * 2
func use():
	print(await slow(4) + await slow(1))
func run():
	use()
	s.emit()
	s.emit()  # expect: 10
