# Types as values: hard native null.
func run():
	var a := JSON
	print(a.stringify([1]))
	a = null
	print(a)
# expect: [1]
# expect: <null>
