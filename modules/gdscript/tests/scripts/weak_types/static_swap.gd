# Weak types: static swap.
class A:
	static func f() -> int: return 1
class B:
	static func f() -> int: return 2
func run():
	var x = A
	for i in 2:
		print(x.f())
		x = B
# expect: 1
# expect: 2
