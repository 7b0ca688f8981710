# The language: mod zero.
func run():
	var z = 0
	print(1 % z)
# expect error: Modulo by zero error in operator '%'.
