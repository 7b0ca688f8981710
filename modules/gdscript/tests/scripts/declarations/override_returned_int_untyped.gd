# Declarations: override returned int untyped.
class A:
	func f() -> int: return 1
class B extends A:
	func f(): return "s"
func run(): print(B.new().f())
# expect: s
