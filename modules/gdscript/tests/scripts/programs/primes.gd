# The sieve of Eratosthenes.
func run():
	var flags: Array[bool] = []
	flags.resize(50)
	flags.fill(true)
	var primes := []
	for i in range(2, 50):
		if not flags[i]:
			continue
		primes.append(i)
		for j in range(i * i, 50, i):
			flags[j] = false
	print(primes)  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
