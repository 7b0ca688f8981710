# A declared loop variable converts.
func run():
	for f: float in [1, 2]:
		print(f)
	# expect: 1.0
	# expect: 2.0
	for i: int in [2.9]:
		print(i)  # expect: 2
