# Declarations: override init.
class A:
	func _init(x: int): pass
class B extends A:
	func _init(): super(1)
func run(): print(B.new() is A)
# expect: true
