# The language: shadow builtin.
func run():
	var str = 5
	print(str)
	var len = [1]
	print(len)
# expect: 5
# expect: [1]
