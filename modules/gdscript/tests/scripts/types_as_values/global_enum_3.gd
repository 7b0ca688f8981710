# Types as values: global enum 3.
func run():
	print(Error.OK, Key.KEY_A, Variant.Type.TYPE_INT)
# expect: 0652
