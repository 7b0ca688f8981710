# Iterating what cannot be iterated.
func run():
	go(null)
	go(true)
	print("end")  # expect: end
func go(v):
	for x in v:  # expect error: iterate
		print(x)
	print("no")
	# expect error: iterate
