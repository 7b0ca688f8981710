# Accessors and statics: inherited.
class A:
	var log := []
	var v: Vector2:
		set(x): log.append(x); v = x
class B extends A:
	func go():
		v.x = 1
		self.v.y = 2
		v += Vector2(1, 1)
		return log
func run(): print(B.new().go())
# expect: [(1.0, 0.0), (1.0, 2.0), (2.0, 3.0)]
