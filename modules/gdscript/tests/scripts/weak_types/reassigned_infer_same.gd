# Weak types: reassigned infer same.
class A:
	func f() -> int: return 1
func run():
	var a = A.new()
	a = A.new()
	var e := a.f()
	print(e)
# expect: 1
