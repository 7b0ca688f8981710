# A derived class sees what is around its base class before what is around itself.
const K := 3
class O:
	const K := 1
	enum { V = 7 }
	class Base: pass
	class Sibling: var q := 4
class P:
	const K := 2
	const ONLY := 5
	class D extends O.Base:
		class E extends Sibling: pass
		func f() -> Array: return [K, V, ONLY, E.new().q]
func run():
	print(P.D.new().f())  # expect: [1, 7, 5, 4]
