# Functions that call themselves and each other.
func fact(n: int) -> int:
	return 1 if n < 2 else n * fact(n - 1)
func even(n):
	return true if n == 0 else odd(n - 1)
func odd(n):
	return false if n == 0 else even(n - 1)
func run():
	print(fact(15), " ", even(10), " ", odd(10))  # expect: 1307674368000 true false
