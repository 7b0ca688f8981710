# The language: recursion closure.
func run():
	var fib: Callable
	var cache := {}
	fib = func(n): return n
	var holder := {"f": null}
	holder.f = func(n): return n if n < 2 else holder.f.call(n - 1) + holder.f.call(n - 2)
	print(holder.f.call(10), fib.call(3))
	holder.clear()
# expect: 553
