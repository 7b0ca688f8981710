# An untyped array is not a typed one.
func run():
	print(go())  # expect: <null>
func go():
	var untyped = [1]
	var typed: Array[int] = untyped  # expect error: Array
	return typed
