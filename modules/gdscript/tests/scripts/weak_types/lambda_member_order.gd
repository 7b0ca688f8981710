# Weak types: lambda member order.
var f = func(x): return n.parse(x)
var n = JSON.new()
func run():
	print(f.call("1"))
	f = Callable()
# expect: 0
