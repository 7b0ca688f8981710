# Accessors and statics: static inner uses outer.
static var b := 5
class A:
	static var a := K + 1
const K = 3
func run(): print(A.a)
# expect: 4
