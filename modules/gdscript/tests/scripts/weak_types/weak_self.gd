# Weak types: weak self.
func run():
	var a = self
	var e := a.get_class()
	print(e)
	a.g()
func g(x): pass
# expect refused: "g()" needs at least 1 argument(s), but is
