# Declarations: base outer priority.
class O:
	const K := 1
	class Base: pass
class P:
	const K := 2
	class D extends O.Base:
		func f(): return K
func run(): print(P.D.new().f())
# expect: 1
