# A variable declared in a loop starts anew each time.
func run():
	for i in 2:
		var fresh: int
		var any
		print(fresh, " ", any)
		fresh = 5
		any = 6
	# expect: 0 <null>
	# expect: 0 <null>
