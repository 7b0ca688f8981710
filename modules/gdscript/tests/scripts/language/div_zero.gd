# The language: div zero.
func run():
	print(1.0 / 0, -1.0 / 0.0, fmod(1, 0))
	var z = 0
	print("before")
	print(1 / z)
	print("not reached")
# expect: inf-infnan
# expect: before
# expect error: Division by zero error in operator '/'.
