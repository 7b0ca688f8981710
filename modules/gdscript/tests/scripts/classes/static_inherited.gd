# Derived classes share the static variables of their base.
class A:
	static var n := 1
class B extends A:
	static func bump(): n += 1
func run():
	B.bump()
	print(A.n, B.n)  # expect: 22
