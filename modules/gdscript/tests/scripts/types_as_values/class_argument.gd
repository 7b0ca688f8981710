# Types as values: class argument.
class A:
	var v = 1
func mk(c): return c.new().v
func run():
	print(mk(A))
	print(mk(JSON) if false else 1)
# expect: 1
# expect: 1
