# A constructor without super() does not run the base's.
class A:
	func _init(): print("A")
class B extends A:
	func _init(): print("B")
class C extends A:
	pass
func run():
	B.new()  # expect: B
	C.new()  # expect: A
