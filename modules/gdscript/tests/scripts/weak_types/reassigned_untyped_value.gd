# Weak types: reassigned untyped value.
class A:
	func f() -> int: return 1
func g(): return A.new()
func run():
	var a = A.new()
	a = g()
	var e := a.f()
	print(e)
# expect: 1
