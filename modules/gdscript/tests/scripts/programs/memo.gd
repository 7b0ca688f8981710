# Memoization in a dictionary.
var memo := {}
func fib(n):
	if n < 2:
		return n
	if not memo.has(n):
		memo[n] = fib(n - 1) + fib(n - 2)
	return memo[n]
func run():
	print(fib(80))  # expect: 23416728348467685
