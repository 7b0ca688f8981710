# Declarations: super lambda bare.
class A:
	func f(): return 1
class B extends A:
	func f(): return (func(): return super() + 1).call()
# expect refused: Inside a lambda write
