# The language: lambda in class variable.
var f = func(x): return x + k
var k = 3
static var g = func(): return "st"
func run():
	print(f.call(1), g.call())
	f = Callable()
# expect: 4st
