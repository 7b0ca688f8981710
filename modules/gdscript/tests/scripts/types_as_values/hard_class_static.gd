# Types as values: hard class static.
class A:
	static func f(): return 4
	const K = 5
	enum E { P }
	static var s := 9
	class Inner: var q = 1
func run():
	var a := A
	print(a.f(), a.K, a.E.P, a.s, a.Inner.new().q)
	var x := a.K
	print(x)
	a.s = 4
	print(A.s)
# expect: 45091
# expect: 5
# expect: 4
