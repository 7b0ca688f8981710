# Types as values: native is.
func run():
	print(JSON is Object)
# expect: true
