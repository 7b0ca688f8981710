# Weak types: static swap instance.
class A:
	static func f() -> int: return 1
class B:
	static func f() -> int: return 2
func run():
	var x = A.new()
	for i in 2:
		print(x.f())
		x = B.new()
# expect: 1
# expect: 2
