# Weak types: reassigned loop.
class A:
	func f() -> int: return 1
class B:
	func f() -> int: return 2
func run():
	var a = A.new()
	for i in 2:
		var e := a.f()
		print(e)
		a = B.new()
# expect: 1
# expect: 2
