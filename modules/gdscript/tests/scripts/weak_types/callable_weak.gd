# Weak types: callable weak.
func run():
	var c = func(): return 1
	c()
# expect refused: "c" is a variable; a Callable in it is called
