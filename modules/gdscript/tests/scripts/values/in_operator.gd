# `in` and `not in`.
func run():
	print(2 in [1, 2], " ", "k" in {"k": 1}, " ", "ell" in "hello")  # expect: true true true
	print(5 not in [1, 2], " ", 3 in range(5))  # expect: true true
