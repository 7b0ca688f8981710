# Weak types: static via instance.
class A:
	static var k := 4
	static func f() -> int: return k
	func me() -> A: return self
class B:
	func f(): return "B"
func run():
	var x = A.new()
	var y := x.f()
	print(y)
	x.me().k = 5
	print(x.k, A.k)
	x = B.new()
	print(x.f())
# expect: 4
# expect: 55
# expect: B
