# Declarations: base outer priority 2.
const K := 3
class O:
	class Base: pass
class D extends O.Base:
	func f(): return K
func run(): print(D.new().f())
# expect: 3
