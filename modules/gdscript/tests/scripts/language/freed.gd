# The language: freed.
func run():
	var n = Node.new()
	n.free()
	print(is_instance_valid(n), n == null, not n)
	print(n)
	print(n.name)
# expect: falsetruetrue
# expect: <Freed Object>
# expect error: Cannot access property 'name' on a base object of
