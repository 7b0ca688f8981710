# The language: typed null.
func run():
	var n: Node = null
	print(n == null, n)
	print(n.name)
# expect: true<null>
# expect error: Cannot call method 'get_name' on a null value.
