# The language: match as name.
func match(x): return x
var when = 3
func run():
	print(self.match(4), when)
# expect: 43
