# Weak types: loop variable reassign.
func run():
	for i in ["a"]:
		i = 4
		print(i)
# expect: 4
