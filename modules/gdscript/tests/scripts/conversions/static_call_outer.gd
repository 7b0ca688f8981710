# Constants, conversions and signatures: static call outer.
class In:
	static func f(): return 1
	func g(): return f()
static func f(): return 2
func run(): print(In.f(), In.new().g(), f())
# expect: 112
