# Weak types: callable call.
func run():
	var c = func(): return 1
	var x := c.call()
	print(x)
# expect refused: The value of "x" can be anything, so that
