# Declarations: super init base without.
class A: pass
class B extends A:
	func _init(): super()
# expect refused: "_init()" of the native class "A" is virtual
