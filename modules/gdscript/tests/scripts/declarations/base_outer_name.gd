# Declarations: base outer name.
class O:
	class Base: pass
	class Sib: var q = 1
class D extends O.Base:
	class E extends Sib: pass
	func f(): return E.new().q
func run(): print(D.new().f())
# expect: 1
