# _notification is called in every class of the chain.
class A:
	func _notification(what):
		if what == 1000: print("A")
class B extends A:
	func _notification(what):
		if what == 1000: print("B")
func run():
	B.new().notification(1000)
	# expect: A
	# expect: B
	B.new().notification(1000, true)
	# expect: B
	# expect: A
