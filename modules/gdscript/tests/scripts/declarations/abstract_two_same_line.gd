# Declarations: abstract two same line.
@abstract class C:
	@abstract func f(a, b := 1) -> int
	@abstract func g()
class D extends C:
	func f(a, b := 1) -> int: return a + b
	func g(): return "g"
func run(): print(D.new().f(1), D.new().g())
# expect: 2g
