# Lambdas that wait.
signal s
func run():
	var f := func(n):
		await s
		print("resumed ", n)
	f.call(1)
	f.call(2)
	s.emit()
	# expect: resumed 1
	# expect: resumed 2
