# Weak types: lambda member body.
var n = JSON.new()
var f = func(x): return n.parse(x)
func run():
	print(f.call("1"))
	f = Callable()
# expect: 0
