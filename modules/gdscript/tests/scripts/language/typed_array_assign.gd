# The language: typed array assign.
func run():
	var a: Array[int] = [1]
	var b: Array[float] = []
	b.assign(a)
	print(b)
	var c: Array = a
	print(c.is_typed())
	c.append("x")
	print(c)
	var d: Array[int] = []
	d = c
	print(is_same(a, d))
# expect: [1.0]
# expect: true
# expect: [1]
# expect: true
# expect error: Attempted to push_back a value of type
