# Types as values: class native argument.
func mk(c): return c.new()
func run():
	print(mk(JSON) is JSON)
# expect: true
