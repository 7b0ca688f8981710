# Division by zero.
func run():
	print(a(0), b(0), c(0.0))  # expect: <null><null>inf
func a(z):
	return 1 / z  # expect error: zero
func b(z: int):
	return 1 % z  # expect error: zero
func c(z: float):
	return 1 / z
