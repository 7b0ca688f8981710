# A backslash continues the line; behind the last line of a file it is let through.
func g(x):
	print("g", x)
	return self
func h(): \
	return 3
func run():
	print(h())  # expect: 3
	g(1)\
		.g(1 + \
			1)
	# expect: g1
	# expect: g2
	if true \
		and true:
		print("a\
b")  # expect: ab
	pass \
