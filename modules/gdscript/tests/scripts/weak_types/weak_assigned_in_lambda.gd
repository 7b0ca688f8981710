# Weak types: weak assigned in lambda.
class A:
	func f() -> int: return 1
func run():
	var a = A.new()
	var l = func(): a = null
	var e := a.f()
	print(e)
# expect: 1
