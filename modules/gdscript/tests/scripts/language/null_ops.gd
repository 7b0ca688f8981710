# The language: null ops.
func run():
	var n = null
	print(n == null, n != 1, str(n), [n])
	print(n + 1)
# expect: truetrue<null>[<null>]
# expect error: Invalid operands 'Nil' and 'int' in operator
