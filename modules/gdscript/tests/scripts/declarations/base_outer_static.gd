# Declarations: base outer static.
class O:
	static var s := 6
	static func f(): return 7
	class Base: pass
class D extends O.Base:
	func f2(): return [s, f()]
func run(): print(D.new().f2())
# expect refused: There is no "s" here.
# expect refused: There is no "f" here.
