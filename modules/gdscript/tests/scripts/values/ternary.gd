# The conditional expression evaluates one side only.
func side(x):
	print("side ", x)
	return x
func run():
	print(side(1) if true else side(2))
	# expect: side 1
	# expect: 1
	var v = 0
	print("big" if v > 10 else "small" if v > -1 else "negative")  # expect: small
