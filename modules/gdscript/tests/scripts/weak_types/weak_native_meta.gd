# Weak types: weak native meta.
func run():
	var k = JSON
	var o := k.new()
	print(o.parse("1"))
	k.foo()
# expect: 0
# expect error: Invalid call. Nonexistent function 'foo' in
