# Declarations: super static.
class A:
	static func f(): return 1
class B extends A:
	static func f(): return super() + 1
func run(): print(B.f())
# expect: 2
