# `and` and `or` stop early and give bools.
func side(x):
	print("side ", x)
	return x
func run():
	print(side(0) and side(1))
	# expect: side 0
	# expect: false
	print(side("a") or side("b"))
	# expect: side a
	# expect: true
	print(not [], " ", !1)  # expect: true false
