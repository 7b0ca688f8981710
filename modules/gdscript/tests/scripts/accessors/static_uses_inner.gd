# Accessors and statics: static uses inner.
class A:
	static var a := 5
static var b := A.a
func run(): print(b)
# expect: 0
