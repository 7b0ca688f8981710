# Declarations: super lambda.
class A:
	func f(): return 1
class B extends A:
	func f(): return (func(): return super.f() + 1).call()
func run(): print(B.new().f())
# expect: 2
