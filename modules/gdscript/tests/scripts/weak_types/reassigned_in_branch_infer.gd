# Weak types: reassigned in branch infer.
class A:
	func f() -> int: return 1
func run():
	var a = A.new()
	if true:
		a = A.new()
		var x := a.f()
	var e := a.f()
	print(e)
# expect: 1
