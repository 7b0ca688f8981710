# assert that does not hold ends the function.
func run():
	go()
	print("caller")  # expect: caller
func go():
	assert(1 > 2, "one is not more")  # expect error: one is not more
	print("not reached")
