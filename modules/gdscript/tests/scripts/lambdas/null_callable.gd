# Calling nothing is an error.
func run():
	go()
	print("caller")  # expect: caller
func go():
	var c := Callable()
	c.call()  # expect error: null
	print("no")
