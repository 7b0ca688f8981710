# assert that holds.
func run():
	assert(1 + 1 == 2, "never seen")
	print("after")  # expect: after
