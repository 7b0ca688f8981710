# Declarations: super init in other.
class A:
	func _init(): print("A")
class B extends A:
	func f(): super._init()
func run(): B.new().f()
# expect: A
# expect: A
