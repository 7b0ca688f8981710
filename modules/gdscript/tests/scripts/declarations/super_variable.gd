# Declarations: super variable.
class A:
	var v = 1
class B extends A:
	func f(): return super.v
# expect refused: "super" only calls functions of the base
