# Typed results convert; void gives null.
func i() -> int:
	return 2.9
func v() -> void:
	pass
func nothing():
	return
func run():
	print(i(), " ", call("v"), " ", nothing())  # expect: 2 <null> <null>
