# Declarations: super init grand.
class A:
	func _init(): print("A")
class B extends A: pass
class C extends B:
	func _init(): super()
func run(): C.new()
# expect: A
