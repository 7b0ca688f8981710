# Comparisons of unrelated types are errors, in containers they are just different.
func run():
	print([1] == ["1"], " ", 1 == 1.0, " ", "a" == &"a")  # expect: false true true
	print(go(1, "a"))  # expect: <null>
func go(a, b):
	return a == b  # expect error: operator
