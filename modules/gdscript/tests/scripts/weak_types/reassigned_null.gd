# Weak types: reassigned null.
class A:
	func f() -> int: return 1
func run():
	var a = A.new()
	if false: a = null
	var e := a.f()
	print(e)
# expect: 1
