# What a variable holds is known to be this class, until it runs.
class A:
	const K = 1
class B:
	const OTHER = 2
func run():
	var a := A
	print(a.K)
	if a == A: a = B
	print(a.OTHER)
# expect: 1
# expect: 2
